#include "app/page_report.h"

#include <catch2/catch.hpp>

using namespace vigie;

TEST_CASE("a page's report names the chosen witness, runs of dropped blocks and counts what lies around") {
  parsers::PageReading reading;
  reading.stage = "article";
  reading.container = "html > body > main";
  reading.metadata = {{"title", "json-ld", "Ministry names attackers", true}, {"title", "h1", "Ministry", false}};
  reading.dropped = {{"Home", "links", false},          {"Read also", "phrase:related", true},
                     {"One headline", "links", true},   {"Another headline", "links", true},
                     {"© 2026", "class:footer", false}, {"World", "links", false}};
  CHECK(page_report(reading) ==
        "\nstage       article\ncontainer   html > body > main\n"
        "\nwitnesses of each field, * the chosen one\n"
        "  *  title  json-ld  Ministry names attackers\n"
        "     title  h1       Ministry\n"
        "\ndropped out of the container, in order\n"
        "  phrase:related  Read also\n"
        "  links ×2        One headline · Another headline\n"
        "\ndropped around it\n"
        "  links ×2      Home · World\n"
        "  class:footer  © 2026\n");
}

TEST_CASE("a page's report lets no control character through to the terminal") {
  parsers::PageReading reading;
  reading.dropped = {{"\x1b[2Jgone", "links", true}};
  CHECK(page_report(reading).find('\x1b') == std::string::npos);
}
