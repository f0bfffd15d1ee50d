#include <catch2/catch.hpp>

#include "app/csv_reader.h"

using namespace vigie;
using Rows = std::vector<std::vector<std::string>>;

TEST_CASE("quoted fields hold separators, quotes and line feeds") {
  CHECK(read_csv("a,b\r\n\"x,1\",\"say \"\"no\"\"\nnow\"\r\n") == Rows{{"a", "b"}, {"x,1", "say \"no\"\nnow"}});
}

TEST_CASE("the separator is told from the first line") {
  CHECK(read_csv("a;b;c\n1;2,5;3\n") == Rows{{"a", "b", "c"}, {"1", "2,5", "3"}});
  CHECK(read_csv("a\tb\n1\t2") == Rows{{"a", "b"}, {"1", "2"}});
}

TEST_CASE("broken ends and empty texts are harmless") {
  CHECK(read_csv("").empty());
  CHECK(read_csv("a,\"b") == Rows{{"a", "b"}});
  CHECK(read_csv("\xEF\xBB\xBFurl\nhttps://a.example/\n").at(0).at(0) == "url");
}
