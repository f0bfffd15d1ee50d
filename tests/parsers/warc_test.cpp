#include "parsers/warc.h"

#include <zlib.h>

#include <catch2/catch.hpp>

#include "tests/support/temporary_folder.h"

using namespace vigie;
using namespace vigie::parsers;

namespace {

std::string record(const std::string& type, const std::string& uri, const std::string& block,
                   const std::string& version = "WARC/1.0") {
  return version + "\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + uri +
         "\r\nWARC-Date: 2026-11-20T10:00:00Z\r\nContent-Type: application/http;msgtype=response\r\nContent-Length: " +
         std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

std::string gzipped(const std::string& bytes) {
  z_stream stream{};
  deflateInit2(&stream, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, bytes.size()) + 32, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(out.size() - stream.avail_out);
  deflateEnd(&stream);
  return out;
}

// Addresses and mistakes, in order: "a b !error c".
std::string walk(WarcReader& reader, std::vector<std::string>* errors = nullptr) {
  std::string out;
  for (int i = 0; i < 1000; ++i) {
    const auto next = reader.next();
    if (!next) {
      out += out.empty() ? "!" : " !";
      if (errors != nullptr) errors->push_back(next.error().message);
      continue;
    }
    if (!*next) return out;
    out += (out.empty() ? "" : " ") + (*next)->target_uri;
  }
  return out + " …";
}

std::string walk(const std::string& bytes, std::vector<std::string>* errors = nullptr, WarcLimits limits = {}) {
  WarcReader reader = WarcReader::over(bytes, limits);
  return walk(reader, errors);
}

const std::string k_page = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Hello</p>";

}  // namespace

TEST_CASE("plain, gzip per record and one gzip stream are read alike") {
  const std::string a = record("warcinfo", "a", "software: x\r\n");
  const std::string b = record("response", "b", k_page);
  const std::string c = record("response", "c", k_page, "WARC/1.1");
  CHECK(walk(a + b + c) == "a b c");
  CHECK(walk(gzipped(a) + gzipped(b) + gzipped(c)) == "a b c");
  CHECK(walk(gzipped(a + b + c)) == "a b c");
  CHECK(walk("").empty());
}

TEST_CASE("a record comes whole, with its headers and its place") {
  const std::string first = gzipped(record("warcinfo", "a", "x"));
  const std::string bytes = first + gzipped(record("response", "<https://a.example/>", k_page));
  WarcReader reader = WarcReader::over(bytes);
  CHECK(reader.next().value()->offset == 0);
  const auto found = reader.next().value();
  REQUIRE(found);
  CHECK(found->offset == first.size());
  CHECK(found->type == "response");
  CHECK(found->target_uri == "https://a.example/");
  CHECK(found->date == "2026-11-20T10:00:00Z");
  CHECK(found->block == k_page);
  CHECK(reader.position() == bytes.size());
}

TEST_CASE("a plain archive may hold gzip in its blocks") {
  const std::string body = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzipped("<p>Hello</p>");
  const std::string bytes = record("response", "a", body) + record("response", "b", k_page);
  WarcReader reader = WarcReader::over(bytes);
  const auto found = reader.next().value();
  CHECK(parse_http_response(found->block)->body == "<p>Hello</p>");
  CHECK(walk(reader) == "b");
}

TEST_CASE("a reader goes on where another stopped") {
  for (const bool zip : {false, true}) {
    std::string bytes;
    for (const char* uri : {"a", "b", "c", "d"}) {
      const std::string one = record("response", uri, k_page);
      bytes += zip ? gzipped(one) : one;
    }
    WarcReader first = WarcReader::over(bytes);
    REQUIRE(first.next());
    REQUIRE(first.next());
    WarcReader second = WarcReader::over(bytes);
    REQUIRE(second.seek(first.position()));
    CHECK(walk(second) == "c d");
    CHECK(second.position() == bytes.size());
    CHECK_FALSE(second.seek(bytes.size() + 1));
  }
}

TEST_CASE("a broken record is told with its offset and the next one read") {
  std::vector<std::string> errors;
  const std::string a = gzipped(record("response", "a", k_page));
  std::string b = gzipped(record("response", "b", k_page));
  const std::string c = gzipped(record("response", "c", k_page));
  b[b.size() / 2] = static_cast<char>(b[b.size() / 2] ^ 0x55);
  CHECK(walk(a + b + c, &errors) == "a ! c");
  CHECK(errors.front().find("at offset " + std::to_string(a.size())) != std::string::npos);

  std::string checksum = gzipped(record("response", "b", k_page));
  checksum[checksum.size() - 8] = static_cast<char>(checksum[checksum.size() - 8] ^ 1);
  CHECK(walk(a + checksum + c) == "a ! c");
  CHECK(walk(a + "garbage" + c) == "a ! c");
  CHECK(walk("\x1e" + a.substr(1) + c) == "! c");
  CHECK(walk(a + c.substr(0, c.size() / 2)) == "a !");

  const std::string plain = record("response", "a", k_page);
  std::string lengthless = record("response", "b", k_page);
  lengthless.replace(lengthless.find("Content-Length"), 14, "Kontent-Length");
  errors.clear();
  CHECK(walk(plain + lengthless + plain, &errors) == "a ! a");
  CHECK(errors.front().find("no usable Content-Length") != std::string::npos);
  CHECK(walk(plain + "rubbish\r\n\r\n" + plain) == "a ! a");
  CHECK(walk(plain + plain.substr(0, plain.size() - 10)) == "a !");
}

TEST_CASE("records over the limits are skipped") {
  WarcLimits limits;
  limits.block_bytes = 1000;
  limits.header_bytes = 500;
  const std::string small = record("response", "a", k_page);
  const std::string large = record("response", "b", std::string(100'000, 'x'));
  std::vector<std::string> errors;
  CHECK(walk(small + large + small, &errors, limits) == "a ! a");
  CHECK(errors.front().find("over the limit of 1000") != std::string::npos);
  CHECK(walk(gzipped(small) + gzipped(large) + gzipped(small), nullptr, limits) == "a ! a");
  const std::string wide = record("response", std::string(2000, 'u'), k_page);
  CHECK(walk(small + wide + small, nullptr, limits) == "a ! a");
}

TEST_CASE("a missing file is told and a file is read like memory") {
  const test::TemporaryFolder folder;
  CHECK(WarcReader::open(folder.file("none.warc")).error().kind == ErrorKind::not_found);
  std::string bytes;
  for (int i = 0; i < 300; ++i) bytes += gzipped(record("response", std::to_string(i), std::string(997, 'x')));
  auto reader = WarcReader::open(folder.write("some.warc.gz", bytes));
  REQUIRE(reader);
  CHECK(reader->size() == bytes.size());
  int count = 0;
  while (reader->next().value()) ++count;
  CHECK(count == 300);
}

TEST_CASE("an http response's codings are undone where they are there") {
  const auto body = [](const std::string& block) {
    const auto message = parse_http_response(block);
    return message ? message->body : message.error().message;
  };
  const std::string head = "HTTP/1.1 200 OK\r\n";
  CHECK(body(k_page) == "<p>Hello</p>");
  CHECK(body(head + "Transfer-Encoding: chunked\r\n\r\n5\r\nHello\r\n3;x=y\r\n wo\r\n0\r\n\r\n") == "Hello wo");
  CHECK(body(head + "Transfer-Encoding: chunked\r\n\r\nHello") == "Hello");
  CHECK(body(head + "Transfer-Encoding: chunked\r\n\r\n9\r\nHello") == "Hello");
  CHECK(body(head + "Content-Encoding: gzip\r\n\r\n" + gzipped("Hello")) == "Hello");
  CHECK(body(head + "Content-Encoding: gzip\r\n\r\nHello") == "Hello");
  CHECK(body(head + "Content-Encoding: br\r\n\r\nHello") == "cannot read http response: its content-encoding is br");
  CHECK(body(head + "\r\n").empty());
  CHECK(body("nothing") == "cannot read http response: it does not begin with HTTP/");
  const auto message = parse_http_response("HTTP/1.0 404 Not Found\nContent-Type:text/html; charset=x\n\nbody");
  REQUIRE(message);
  CHECK(message->status == 404);
  CHECK(message->header("content-type") == "text/html; charset=x");
  CHECK(message->body == "body");
  CHECK(parse_http_response(head + "Content-Encoding: gzip\r\n\r\n" + gzipped(std::string(100'000, 'x')), 1000)
            .error()
            .kind == ErrorKind::limit);
}

TEST_CASE("archives written by wget are read") {
  for (const char* name : {"wget.warc.gz", "wget.warc"}) {
    auto reader = WarcReader::open(std::string(VIGIE_FIXTURES) + "/warc/" + name);
    REQUIRE(reader);
    std::string page;
    int records = 0;
    while (const auto record = reader->next().value()) {
      ++records;
      if (record->type != "response" || !page.empty()) continue;
      CHECK(record->target_uri == "http://127.0.0.1:8799/");
      page = parse_http_response(record->block)->body;
    }
    CHECK(page.find("Hello wget") != std::string::npos);
    CHECK(records >= 6);
  }
}
