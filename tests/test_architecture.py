"""The architecture as a test: who may import whom, where words and figures live, what may be committed."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ANALYSIS = sorted((ROOT / "analysis").rglob("*.py"))
PAGES = [*sorted((ROOT / "pages").rglob("*.py")), *sorted(ROOT.glob("*.py"))]
NARRATIVES = [path for path in PAGES if path.parent in (ROOT, ROOT / "pages")]
FIGURES = ROOT / "analysis" / "charts"
FLOWS = {
    "analysis": (
        *("schema", "reading", "words", "claims", "matrix", "storage", "frames", "findings"),
        *("strings", "charts", "exhibits", "slides", "exports", "terminal"),
    ),
    "analysis.claims": ("numbers", "dates", "quantities", "subjects"),
    "analysis.matrix": ("references", "features", "evidence", "comparisons"),
}
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "manager", "handler", "misc", "common"}
PICTURES = {"docs/screenshot.png"}
HAN = re.compile(r"[\u3400-\u9fff]")
PROSE = re.compile(r"[A-Za-z]{2,}[,.:]? [A-Za-z]{2,}")
PACKAGE_HOSTS = "|".join(["py" + "pi.org", "python" + "hosted", "npm" + "js", "deb." + "debian"])
OWN_FOLDERS = "|".join(["wo" + "rk", "ro" + "ot", "ho" + "me", "tm" + "p", "Us" + "ers"])
FORBIDDEN = re.compile(rf"{PACKAGE_HOSTS}|(?<![\w.])/(?:{OWN_FOLDERS})/")


def name_of(path: Path) -> str:
    """Dotted name of a module: ``analysis/charts/theme.py`` is ``analysis.charts.theme``."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imports(path: Path) -> set[str]:
    """Dotted names that a module imports, or looks up with ``find_spec``, anywhere in it.

    ``from a import b`` gives ``a`` and ``a.b``.
    """
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            found.add(str(node.module))
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and ast.unparse(node.func) == "find_spec":
            found.update(ast.literal_eval(argument) for argument in node.args)
    return found


def reaches(path: Path, package: str) -> bool:
    """Whether a module imports ``package`` or something in it."""
    return any(name == package or name.startswith(f"{package}.") for name in imports(path))


def literals(path: Path) -> Iterator[tuple[int, str]]:
    """Line and value of every string in a module that is not a docstring."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    statements = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in statements:
            yield node.lineno, node.value


def tracked() -> list[str]:
    """Paths of the files under version control, and of those about to be."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, encoding="utf-8").stdout
    return [path for path in listed.split("\0") if path and (ROOT / path).is_file()]


@pytest.mark.parametrize("path", ANALYSIS, ids=name_of)
def test_the_analysis_does_not_know_the_dashboard(path: Path):
    assert not reaches(path, "streamlit")
    assert not reaches(path, "pages")


def test_importing_the_whole_analysis_leaves_streamlit_out():
    modules = [name_of(path) for path in ANALYSIS if path.stem != "__main__"]
    code = "import importlib, sys\nfor name in sys.argv[1:]: importlib.import_module(name)\n"
    code += "sys.exit('streamlit' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code, *modules], cwd=ROOT, check=False).returncode == 0


@pytest.mark.parametrize("path", ANALYSIS + PAGES, ids=name_of)
def test_figures_are_built_in_charts_only(path: Path):
    assert path.parent == FIGURES or not reaches(path, "plotly")
    assert not reaches(path, "plotly.express")


@pytest.mark.parametrize("path", ANALYSIS, ids=name_of)
def test_nothing_to_the_left_knows_what_is_to_the_right(path: Path):
    for house, rooms in FLOWS.items():
        for place, room in enumerate(rooms):
            if name_of(path).startswith(f"{house}.{room}."):
                assert [later for later in rooms[place + 1 :] if reaches(path, f"{house}.{later}")] == []


@pytest.mark.parametrize("path", ANALYSIS, ids=name_of)
def test_figures_are_functions_of_frames_and_frames_know_no_figures(path: Path):
    folder = path.relative_to(ROOT / "analysis").parts[0]
    forbidden = {"charts": ["analysis.frames", "analysis.storage"], "frames": ["analysis.charts"]}
    assert [package for package in forbidden.get(folder, []) if reaches(path, package)] == []


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_words_are_kept_in_strings(path: Path):
    assert [(line, text) for line, text in literals(path) if HAN.search(text)] == []


@pytest.mark.parametrize("path", NARRATIVES, ids=name_of)
def test_narratives_have_no_sentence_in_them(path: Path):
    assert [(line, text) for line, text in literals(path) if PROSE.search(text)] == []


@pytest.mark.parametrize("path", ANALYSIS, ids=name_of)
def test_every_module_with_a_function_has_its_tests(path: Path):
    folder = ROOT / "tests" / path.parent.relative_to(ROOT)
    if re.search(r"^ *def ", path.read_text(encoding="utf-8"), re.MULTILINE):
        assert (folder / f"test_{path.stem.strip('_')}.py").is_file()


@pytest.mark.parametrize("path", ANALYSIS + PAGES, ids=name_of)
def test_names_say_what_is_inside(path: Path):
    assert not VAGUE_NAMES & set(path.stem.split("_"))


def declared() -> set[str]:
    """Names of the distributions that the program asks for, those of a cluster among them."""
    files = (ROOT / "requirements.in", ROOT / "requirements-cluster.in")
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    return {re.split(r"[=<>;\[ ]", line)[0].lower() for line in lines if re.match(r"\w", line)}


def imported() -> set[str]:
    """Names of the distributions that the program imports."""
    own = {"analysis", "pages", *sys.stdlib_module_names}
    modules = {name.split(".")[0] for path in ANALYSIS + PAGES for name in imports(path)} - own
    provided = packages_distributions()
    return {provided[module][0].lower().replace("_", "-") for module in modules}


def test_what_is_imported_is_declared():
    assert imported() - declared() == set()


def test_what_is_declared_is_imported():
    assert declared() - imported() == set()


def test_no_package_host_and_no_machine_path_is_committed():
    found = []
    for path in tracked():
        if not path.startswith("seeds/") and path not in PICTURES:
            text = (ROOT / path).read_text(encoding="utf-8")
            found += [(path, match.group()) for match in FORBIDDEN.finditer(text)]
    assert found == []


def test_only_text_is_committed():
    binary = [path for path in tracked() if b"\0" in (ROOT / path).read_bytes()]
    assert set(binary) <= PICTURES
