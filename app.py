"""The entry: the server of the dashboard, which gets ready while the first reader's browser loads."""

import streamlit as st
from starlette.middleware import Middleware

from pages._ui import fonts
from pages._ui.preload import Preload
from pages._ui.warm_up import warm_up

fonts.provide()

app = st.App("dashboard.py", lifespan=warm_up, middleware=[Middleware(Preload)])
