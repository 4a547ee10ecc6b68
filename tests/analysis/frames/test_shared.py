from analysis.frames import shared


def test_a_frame_is_read_once_for_a_version_and_its_arguments(small):
    calls = []

    def frame(store, *arguments):
        calls.append(arguments)
        return [store, *arguments]

    first = shared.read(frame, small, "1", "a")
    assert shared.read(frame, small, "1", "a") is first
    assert shared.read(frame, small, "1", "b") == [small, "b"]
    assert shared.read(frame, small, "2", "a") is not first
    assert calls == [("a",), ("b",), ("a",)]
