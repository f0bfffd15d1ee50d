#include "storage/evidence.h"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>

#include "model/text.h"
#include "storage/connection.h"
#include "storage/sha256.h"
#include "storage/warc_format.h"
#include "tests/storage/samples.h"
#include "tests/support/temporary_folder.h"

using namespace vigie;
using namespace vigie::storage;
using vigie::test::at;
using vigie::test::open_new;
using vigie::test::read_file;
using vigie::test::TemporaryFolder;

namespace {

FetchResponse page(const std::string& url, const std::string& body, Time when = at("2026-11-20T10:00:00Z")) {
  FetchResponse response;
  response.request.url = url;
  response.final_url = url;
  response.status = 200;
  response.content_type = "text/html; charset=utf-8";
  response.raw_request = "GET / HTTP/1.1\r\nHost: a.example\r\n\r\n";
  response.raw_response =
      "HTTP/2 200 \r\ncontent-type: text/html; charset=utf-8\r\ncontent-encoding: gzip\r\ncontent-length: 7\r\n\r\n";
  response.body = body;
  response.fetched_at = when;
  return response;
}

struct Kept {
  TemporaryFolder folder;
  std::string evidence = folder.file("evidence");
  Database database = open_new(folder.file("vigie.db"));
  EvidenceWriter writer{database, {evidence, 100'000, "vigie test"}};

  Capture keep(const std::string& url, const std::string& body, Time when = at("2026-11-20T10:00:00Z")) {
    return writer.keep(page(url, body, when)).value();
  }
  std::string verdict() { return verify_evidence(database, evidence).broken; }
};

}  // namespace

TEST_CASE("a kept page comes back from its WARC record") {
  Kept kept;
  const Capture capture = kept.keep("https://a.example/1", "<p>Hello</p>");
  CHECK(capture.file == "vigie-20261120-00001.warc.gz");
  const auto found = captures_of(kept.database, "https://a.example/1#top");
  REQUIRE(found.size() == 1);
  CHECK(found.front().sha256 == capture.sha256);
  const auto back = read_capture(kept.evidence, found.front());
  REQUIRE(back);
  CHECK(back->body == "<p>Hello</p>");
  CHECK(back->content_type == "text/html; charset=utf-8");
  CHECK(back->headers.find("X-Archive-Orig-content-encoding: gzip") != std::string::npos);
  CHECK(kept.verdict().empty());
}

TEST_CASE("a page that came in gzip is kept as it came and read back decoded") {
  Kept kept;
  FetchResponse response = page("https://a.example/1", "<p>Hello</p>");
  response.gzip_body = gzip_member("<p>Hel") + gzip_member("lo</p>") + std::string(3, '\0');
  response.body_sha256 = sha256_hex(response.body);
  response.body.clear();
  const Capture capture = kept.writer.keep(response).value();
  CHECK(capture.payload_sha256 == sha256_hex("<p>Hello</p>"));
  const auto back = read_capture(kept.evidence, captures_of(kept.database, "https://a.example/1").front());
  REQUIRE(back);
  CHECK(back->body == "<p>Hello</p>");
  CHECK(back->headers.find("\r\ncontent-encoding: gzip\r\n") != std::string::npos);
  const std::string length = std::to_string(response.gzip_body.size());
  CHECK(back->headers.find("\r\nContent-Length: " + length + "\r\n") != std::string::npos);
  CHECK(read_file(kept.evidence + "/" + capture.file).find(response.gzip_body) != std::string::npos);
  CHECK(kept.verdict().empty());
}

TEST_CASE("a gzip member may hold bytes as they are, however many") {
  for (const std::size_t size : {0UL, 1UL, 0xFFFFUL, 0x10000UL, 200'000UL}) {
    const std::string bytes(size, 'x');
    const std::string member = stored_gzip_member(bytes);
    std::size_t length = 0;
    CHECK(gunzip_member(member + "behind", 1'000'000, length) == bytes);
    CHECK(length == member.size());
  }
}

TEST_CASE("a file holds warcinfo first, then a response and its request for each page, each a gzip member") {
  Kept kept;
  kept.keep("https://a.example/1", "<p>Hello</p>");
  const std::string bytes = read_file(kept.evidence + "/vigie-20261120-00001.warc.gz");
  std::vector<std::string> records;
  for (std::size_t at = 0; at < bytes.size();) {
    std::size_t used = 0;
    records.push_back(gunzip_member(std::string_view(bytes).substr(at), 1'000'000, used));
    REQUIRE(used > 0);
    at += used;
  }
  REQUIRE(records.size() == 3);
  CHECK(records[0].rfind("WARC/1.1\r\nWARC-Type: warcinfo\r\n", 0) == 0);
  CHECK(records[1].find("WARC-Type: response\r\nWARC-Target-URI: https://a.example/1\r\n") != std::string::npos);
  CHECK(records[1].find("\r\n\r\nHTTP/1.1 200 \r\n") != std::string::npos);
  CHECK(records[2].find("WARC-Type: request\r\n") != std::string::npos);
  for (const std::string& record : records) CHECK(record.substr(record.size() - 4) == "\r\n\r\n");
}

TEST_CASE("files are rotated by day and by size") {
  Kept kept;
  std::string noise;
  for (int i = 0; i < 60'000; ++i) noise += static_cast<char>(hash64(std::to_string(i)) & 0xFF);
  CHECK(kept.keep("https://a.example/1", noise).file == "vigie-20261120-00001.warc.gz");
  CHECK(kept.keep("https://a.example/2", noise).file == "vigie-20261120-00001.warc.gz");
  CHECK(kept.keep("https://a.example/3", noise).file == "vigie-20261120-00002.warc.gz");
  CHECK(kept.keep("https://a.example/4", noise, at("2026-11-21")).file == "vigie-20261121-00001.warc.gz");
  CHECK(kept.verdict().empty());
  CHECK(verify_evidence(kept.database, kept.evidence).captures == 4);
}

TEST_CASE("a transaction that is rolled back leaves no trace in the evidence") {
  Kept kept;
  kept.keep("https://a.example/1", "one");
  {
    const Transaction transaction(kept.database);
    kept.keep("https://a.example/2", "two");
  }
  CHECK(kept.verdict().empty());
  CHECK(verify_evidence(kept.database, kept.evidence).remarks.size() == 1);
  kept.keep("https://a.example/3", "three");
  CHECK(kept.verdict().empty());
  CHECK(verify_evidence(kept.database, kept.evidence).remarks.empty());
  CHECK(captures_of(kept.database, "https://a.example/2").empty());
}

TEST_CASE("a rolled back first page of a day does no harm") {
  Kept kept;
  {
    const Transaction transaction(kept.database);
    kept.keep("https://a.example/1", "one");
  }
  kept.keep("https://a.example/2", "two");
  CHECK(kept.verdict().empty());
}

TEST_CASE("a writer that comes after a crash goes on behind the last committed record") {
  Kept kept;
  const Capture first = kept.keep("https://a.example/1", "one");
  const std::string path = kept.evidence + "/" + first.file;
  const std::string committed = read_file(path);
  kept.folder.write("evidence/" + first.file, committed + "half a record");
  EvidenceWriter next(kept.database, {kept.evidence, 100'000, "vigie test"});
  const Capture second = next.keep(page("https://a.example/2", "two")).value();
  CHECK(second.file == first.file);
  CHECK(second.offset == static_cast<std::int64_t>(committed.size()));
  CHECK(kept.verdict().empty());
}

TEST_CASE("any flipped byte of a file is found and named") {
  Kept kept;
  for (int i = 0; i < 3; ++i) kept.keep("https://a.example/" + std::to_string(i), "page " + std::to_string(i));
  const std::string name = "vigie-20261120-00001.warc.gz";
  const std::string sound = read_file(kept.evidence + "/" + name);
  for (std::size_t i = 0; i < sound.size(); ++i) {
    std::string changed = sound;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    kept.folder.write("evidence/" + name, changed);
    const std::string verdict = kept.verdict();
    CAPTURE(i);
    CHECK(verdict.find("file " + name) != std::string::npos);
  }
  kept.folder.write("evidence/" + name, sound.substr(0, sound.size() - 1));
  CHECK(kept.verdict().find("ends too early") != std::string::npos);
  std::filesystem::remove(kept.evidence + "/" + name);
  CHECK(kept.verdict().find(name) != std::string::npos);
}

TEST_CASE("a changed, missing or added row is found and named") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"UPDATE captures SET url = 'https://b.example/' WHERE id = 2", "row 2 (https://b.example/)"},
      {"UPDATE captures SET captured_at = captured_at - 1 WHERE id = 1", "row 1"},
      {"UPDATE captures SET sha256 = replace(sha256, substr(sha256, 1, 1), 'x') WHERE id = 3", "row 3"},
      {"UPDATE captures SET offset = offset + 1 WHERE id = 2", "row 2"},
      {"DELETE FROM captures WHERE id = 2", "row 2: it is gone"},
      {"DELETE FROM captures WHERE id = 3", "a capture's row is gone"},
      {"DELETE FROM captures", "a capture's row is gone"},
      {"DELETE FROM warc_files", "is unknown"},
  };
  for (const auto& [sql, expected] : cases) {
    Kept kept;
    for (int i = 0; i < 3; ++i) kept.keep("https://a.example/" + std::to_string(i), "page " + std::to_string(i));
    CHECK(kept.verdict().empty());
    kept.database.connection().execute(sql);
    CAPTURE(sql, kept.verdict());
    CHECK(kept.verdict().find(expected) != std::string::npos);
  }
}

TEST_CASE("an address with line ends cannot add headers to a record") {
  Kept kept;
  FetchResponse response = page("https://a.example/\r\nX-Evil: 1", "x");
  response.remote_address = "10.0.0.1\r\nX-Evil: 2";
  const auto capture = kept.writer.keep(response);
  REQUIRE(capture);
  const std::string bytes = read_file(kept.evidence + "/" + capture->file);
  std::size_t used = 0;
  const std::string record =
      gunzip_member(std::string_view(bytes).substr(static_cast<std::size_t>(capture->offset)), 1'000'000, used);
  CHECK(record.find("\nX-Evil") == std::string::npos);
}

TEST_CASE("changes between two captures are told sentence by sentence") {
  const auto changes = diff_texts("One stays. Two goes. Three stays.\n\nFour stays.",
                                  "One  stays. Two is new. Three stays.\n\nFour stays. Five came.");
  REQUIRE(changes.size() == 3);
  CHECK(changes[0].kind == TextChange::Kind::absent);
  CHECK(changes[0].text == "Two goes.");
  CHECK(changes[1].kind == TextChange::Kind::added);
  CHECK(changes[1].text == "Two is new.");
  CHECK(changes[2].text == "Five came.");
  CHECK(diff_texts("Same.", "Same. ").empty());
  CHECK(diff_texts("", "").empty());
}

TEST_CASE("a page is looked at again after 1 h, 6 h, 1 d, 3 d, 7 d and 30 d, missed looks once") {
  const TemporaryFolder folder;
  Database database = open_new(folder.file("vigie.db"));
  RecheckStore rechecks(database);
  const Time start = at("2026-11-01");
  rechecks.begin("https://a.example/1", "be-mfa", start);
  rechecks.begin("https://a.example/1", "be-mfa", start + std::chrono::hours(5));
  CHECK(rechecks.next_due() == start + std::chrono::hours(1));
  CHECK(rechecks.due(start, 10).empty());
  std::vector<int> hours;
  Time now = start;
  while (const auto due = rechecks.next_due()) {
    now = *due;
    REQUIRE(rechecks.due(now, 10).size() == 1);
    hours.push_back(static_cast<int>((now - start) / std::chrono::hours(1)));
    rechecks.done("https://a.example/1", now);
  }
  CHECK(hours == std::vector<int>{1, 6, 24, 72, 168, 720});
  rechecks.begin("https://a.example/2", "be-mfa", start);
  rechecks.done("https://a.example/2", start + std::chrono::hours(100));
  CHECK(rechecks.next_due() == start + std::chrono::hours(168));
}

TEST_CASE("another program reads vigie's WARC files", "[tools]") {
  if (std::system("python3 -c 'import warcio' 2>/dev/null") != 0) {
    WARN("python's warcio is not there: not checked");
    return;
  }
  Kept kept;
  kept.keep("https://a.example/1", "<p>Hello</p>");
  kept.keep("https://a.example/2", "");
  FetchResponse zipped = page("https://a.example/3", "<p>Hello</p>");
  zipped.gzip_body = gzip_member(zipped.body);
  REQUIRE(kept.writer.keep(zipped));
  const std::string file = kept.evidence + "/vigie-20261120-00001.warc.gz";
  CHECK(std::system(("python3 -m warcio check -v " + file + " > /dev/null").c_str()) == 0);
  CHECK(std::system(("test $(python3 -m warcio index " + file + " | wc -l) = 7").c_str()) == 0);
}
