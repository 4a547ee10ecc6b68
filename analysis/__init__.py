"""对读 Duidu: Chinese articles in, tables out. Nothing here knows of pages, browsers or servers."""
