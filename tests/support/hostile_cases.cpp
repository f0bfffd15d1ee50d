#include "tests/support/hostile_cases.h"

namespace vigie::test {
namespace {

std::string repeated(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace

const std::vector<HostileCase>& hostile_cases() {
  static const std::vector<HostileCase> cases = {
      // active HTML
      {"script tag", "<script>alert(1)</script>"},
      {"script tag in capitals", "<ScRiPt SRC=//evil.example/x.js></sCrIpT>"},
      {"closed title and style", "</title></style><script>alert(1)</script>"},
      {"event handler", "<img src=x onerror=alert(1)>"},
      {"svg onload", "<svg/onload=alert(1)>"},
      {"attribute break with double quote", "\" onmouseover=\"alert(1)"},
      {"attribute break with single quote", "' onfocus='alert(1)' autofocus='"},
      {"attribute break with backtick", "`onclick=alert(1)`"},
      {"iframe", "<iframe src=\"https://evil.example\"></iframe>"},
      {"form", "<form action=https://evil.example><input name=p>"},
      {"meta refresh", "<meta http-equiv=refresh content=\"0;url=https://evil.example\">"},
      {"base", "<base href=https://evil.example/>"},
      {"style", "<style>*{background:url(https://evil.example/t.png)}</style>"},
      {"comment end", "--><script>alert(1)</script><!--"},
      {"cdata end", "]]><script>alert(1)</script>"},
      {"entities", "&lt;script&gt;alert(1)&lt;/script&gt;&#x3c;b&#62;"},
      {"half tag", "a<b and c>d <"},
      {"null inside a tag", std::string("<scr\0ipt>alert(1)</scr\0ipt>", 27)},
      // addresses
      {"javascript link", "javascript:alert(1)"},
      {"javascript link with tab", "java\tscript:alert(1)"},
      {"javascript link in capitals", "JaVaScRiPt:alert(1)//https://ok.example"},
      {"data link", "data:text/html,<script>alert(1)</script>"},
      {"vbscript link", "vbscript:msgbox(1)"},
      {"file link", "file:///etc/passwd"},
      {"link with credentials", "https://user:pass@evil.example/"},
      {"link that breaks an attribute", "https://evil.example/\"><script>alert(1)</script>"},
      {"link that breaks Markdown", "https://evil.example/>)[x](javascript:alert(1)"},
      {"link that breaks Slack", "https://evil.example/|safe>text<!channel>"},
      {"link with line break", "https://evil.example/\r\nX-Injected: 1"},
      {"scheme-relative link", "//evil.example/x"},
      // terminals and bidi
      {"ansi colours", "\x1b[31mred\x1b[0m"},
      {"ansi title", "\x1b]0;owned\x07"},
      {"ansi hyperlink", "\x1b]8;;https://evil.example\x1b\\click\x1b]8;;\x1b\\"},
      {"c1 csi",
       "\xc2\x9b"
       "31mred"},
      {"backspaces", "safe\b\b\b\bevil"},
      {"carriage return", "safe title\rEVIL"},
      {"bell and form feed",
       "a\x07"
       "b\x0c"
       "c"},
      {"delete",
       "a\x7f"
       "b"},
      {"right-to-left override", "invoice\u202Efdp.exe"},
      {"bidi embeddings unclosed", "\u202A\u202B\u202Dunclosed"},
      {"bidi isolates unclosed", "\u2066\u2067\u2068unclosed"},
      {"bidi isolate ends", "\u2069\u2069\u202Cends"},
      {"right-to-left marks", "\u200F\u200E\u061Cmarks"},
      {"Arabic title with override", "عنوان\u202Eالخبر"},
      {"Hebrew and Latin", "כותרת <b>bold</b> APT28"},
      // sizes
      {"10,000-character word", repeated("A", 10'000)},
      {"10,000 wide characters", repeated("漢", 10'000)},
      {"10,000 joined emoji", repeated("👩\u200D💻", 10'000)},
      {"1,000 combining marks", "a" + repeated("\u0301", 1'000)},
      {"10,000 line breaks", "a" + repeated("\n", 10'000) + "b"},
      {"10,000 quotes", repeated("\"", 10'000)},
      {"10,000 braces", repeated("{", 10'000)},
      // bytes
      {"null bytes", std::string("a\0b\0\0c", 6)},
      {"invalid UTF-8", "a\xff\xfe\xc3(\xa0\xa1"},
      {"overlong slash",
       "a\xc0\xaf"
       "b"},
      {"surrogates",
       "a\xed\xa0\x80\xed\xb0\x80"
       "b"},
      {"beyond Unicode",
       "a\xf5\x80\x80\x80"
       "b"},
      {"noncharacters",
       "a\xef\xbf\xbf\xef\xbf\xbe"
       "b"},
      {"private use",
       "\xee\x80\x80"
       "a\xee\x80\x81"
       "\xee\x80\x82"
       "b\xee\x80\x83"},
      {"zero width", "ze\u200Bro\uFEFF wi\u2060dth"},
      {"tag characters",
       "a\U000E0041\U000E0042"
       "b"},
      {"line separators",
       "a\u2028b\u2029c\u0085"
       "d"},
      {"object replacement", "a\uFFFC\uFFF9hidden\uFFFB"},
      // spreadsheets
      {"formula", "=HYPERLINK(\"https://evil.example\",\"x\")"},
      {"formula with plus", "+1+cmd|' /C calc'!A0"},
      {"formula with minus", "-2+3+cmd|' /C calc'!A0"},
      {"formula with at", "@SUM(1+1)*cmd|' /C calc'!A0"},
      {"formula behind a tab", "\t=1+1"},
      {"formula behind a line break", "\n=1+1"},
      {"full-width formula", "＝1+1"},
      {"csv quotes", "a\",\"b\r\n\"=1+1\""},
      {"csv separators", "a,b;c\td|e"},
      // mail
      {"header line break", "Subject\r\nBcc: victim@example.org"},
      {"header line feed", "Subject\nContent-Type: text/html\n\n<b>x</b>"},
      {"encoded word", "=?UTF-8?B?PHNjcmlwdD4=?="},
      {"mime boundary", "--=_boundary--\r\nContent-Type: text/html"},
      {"lone dot", "\r\n.\r\nMAIL FROM:<evil@example.org>"},
      {"From line", "\nFrom evil@example.org"},
      // templates and markup
      {"mustache", "{{title}} {{{svg}}} {{#sections}}x{{/sections}}"},
      {"label placeholder", "{accused:the} {date} {speaker}"},
      {"jinja and liquid", "{% raw %}{{ 7*7 }}{% endraw %}"},
      {"dollar template", "${7*7} #{7*7} <%= 7*7 %>"},
      {"markdown link", "[click](javascript:alert(1))"},
      {"markdown image", "![x](https://evil.example/t.png)"},
      {"markdown reference", "[x]: https://evil.example"},
      {"markdown autolink", "<https://evil.example> www.evil.example https://evil.example a@evil.example"},
      {"markdown heading and fence", "# heading\n```\ncode\n```\n---"},
      {"markdown emphasis", "*a* **b** _c_ ~~d~~ `e`"},
      {"markdown table", "| a | b |\n|---|---|\n| c | d |"},
      {"markdown list", "1. one\n- two\n+ three\n1) four"},
      {"mentions", "@channel @here @all <!channel> <@U123> #general"},
      {"slack link", "<https://evil.example|your bank>"},
      {"maths", "$$\\href{javascript:alert(1)}{x}$$"},
      {"printf", "%s%n%x %1$s"},
      {"sql", "'; DROP TABLE articles; --"},
      {"shell", "$(rm -rf /) `id` ; cat /etc/passwd"},
      {"nothing but spaces", " \t\u00A0\u3000 "},
      {"nothing", ""},
  };
  return cases;
}

}  // namespace vigie::test
