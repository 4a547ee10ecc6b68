"""Which lines go wherever they stand, and which stay."""

from __future__ import annotations

import pytest

from analysis import lexicon
from analysis.reading.boilerplate import Boilerplate
from analysis.reading.removal import blank
from analysis.reading.script import fold

PROSE = "钉钉和企业微信都有几千万用户,谁更好用要看公司是什么样的。"
BOILERPLATE = Boilerplate.load(lexicon.FOLDER)


def left(text: str) -> list[str]:
    cuts, _ = BOILERPLATE(fold(text))
    return [line.strip() for line in blank(text, cuts).splitlines() if line.strip()]


@pytest.mark.parametrize(
    "line",
    [
        "3 评论 17354 浏览",
        "• 浏览:6973",
        "2020-02-12 10:30 来源:新京报 作者:张三 阅读 1234",
        "分享到: 微信 微博 QQ空间",
        "當前位置:首頁 > 科技 > 正文",
        "上一篇:釘釘發布新版 下一篇:沒有了",
        "版权所有 © 2020 某某网 京ICP备12345号",
        "責任編輯:王小明",
        "本報記者 王小明",
        "未經許可,禁止轉載。",
        "圖/視覺中國",
        "(责任编辑:李四)",
        "第一娱乐会所招聘电话",
        "欢迎扫码关注我们的公众号",
        "首页 新闻 财经 科技 汽车",
        "关于我们 | 联系我们 | 隐私政策",
    ],
)
def test_lines_that_go(line: str) -> None:
    assert left(f"标题\n{PROSE}\n{line}\n{PROSE}") == ["标题", PROSE, PROSE]


@pytest.mark.parametrize(
    "line",
    [
        "客户在公众号回复“优惠”即可领券。",
        "我们公司的员工都在用钉钉APP。",
        "打开钉钉，查看更多应用",
        "扫码分享给客户",
        "时间:2020年",
        "拍照上传（支持拍摄）",
        "支持云录制（企业版提供）",
        "Image Search Engine",
        "第8期训练营吸引了500家企业参加",
        "企业微信推出限时优惠，前50名立减500元",
        "关注公众号后，客户可直接咨询",
        "点击右上角即可分享到朋友圈",
        "相关文章指出,钉钉的关注度正在上升。",
        "作者认为,企业微信更好。",
        "来源于阿里的团队喜欢用钉钉。",
        "用户扫描二维码即可加入企业微信群。",
        "扫描二维码加入群聊",
        "请关注以下三点:",
        "时间:2020年,地点:杭州",
        "记者:钉钉为什么要做硬件?",
        "编辑:多人可以同时编辑一份文档",
        "设计:界面更简洁",
        "2019年3月",
        "2019年3月3日",
        "微信",
        "QQ、微信、微博",
        "分享到朋友圈的功能很受欢迎。",
        "分享",
        "评论",
        "点赞",
        "招聘",
        "广告",
        "【招聘】、【电话】、【会议】",
        "招聘、电话、考勤",
        "登录后可以查看同事的日程。",
        "位置:打卡时记录员工的位置",
        "转载文章的员工被开除。",
        "未经许可,员工不得把文件带出公司。",
        "图片和视频可以直接发送",
        "本文想谈谈两款产品的差别。",
        "员工喜欢在钉钉里互相点赞",
        "企业微信:免费",
        "1000万企业",
        "下一个三年",
        "下一步",
        "更多功能",
        "推荐阅读器",
        "评论区功能",
        "声明变量",
        "钉钉版权属于阿里巴巴。",
        "发消息",
        "加好友",
        "打印",
        "复制链接",
        "快速回复",
        "分享到朋友圈",
        "编辑:多人协作",
        "标签:给客户打标签,分类管理",
        "帮助中心",
        "首页 > 工作台 > 审批",
        "微信扫一扫",
        "字体",
        "评论:",
        "赞赏",
        "时间:",
    ],
)
def test_lines_of_an_article_stay(line: str) -> None:
    assert left(f"标题\n{PROSE}\n{line}\n{PROSE}\n{line}") == ["标题", PROSE, line, PROSE, line]


ABOVE = (
    "如果你还不是钉钉会员,可以先注册|打开钉钉 > 工作台 > 审批|飞书客户端下载与安装|飞书助您高效办公|简介:|"
    "支持的格式:.png|客户可以联系DingTalk客服咨询合作|本报记者对此进行了追踪报道"
)


@pytest.mark.parametrize("line", ABOVE.split("|"))
def test_lines_of_an_article_stay_above_its_prose_too(line: str) -> None:
    assert left(f"标题\n{line}\n{PROSE}\n{line}\n{PROSE}") == ["标题", line, PROSE, line, PROSE]
