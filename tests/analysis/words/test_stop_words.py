from analysis.words.stop_words import stop_words


def test_stop_words_are_words_of_grammar():
    words = stop_words()
    assert {"的", "我们", "因为", "可以", "三", "已经"} <= words
    assert words.isdisjoint({"企业", "功能", "钉钉", "用户", "数据", "打卡"})
