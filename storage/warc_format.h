#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/fetch.h"

namespace vigie::storage {

/// One WARC 1.1 record (ISO 28500:2017), header, block and the two closing line ends.
std::string warc_record(const std::vector<std::pair<std::string, std::string>>& headers, std::string_view block);

/// A gzip member holding `bytes` (RFC 1952).
std::string gzip_member(std::string_view bytes);

/// A gzip member holding `bytes` as they are: for what does not become smaller, or is hardly worth it.
std::string stored_gzip_member(std::string_view bytes);

/// The bytes of the one gzip member `bytes` begins with, at most `limit` of them; `length` is set to the member's
/// length. Empty with length 0 when it is damaged or longer.
std::string gunzip_member(std::string_view bytes, std::size_t limit, std::size_t& length);

/// All gzip members that `bytes` begins with, at most `limit` bytes of them; what follows and is no member is padding.
std::string gunzip_members(std::string_view bytes, std::size_t limit);

/// "<urn:uuid:…>" by RFC 9562 (version 8: made from a hash, so that the same page at the same time has the same one).
std::string record_id(std::string_view seed);

/// Whether a message's bytes stand as the server coded them (Content-Encoding), or decoded.
enum class BodyForm { as_received, decoded };

/// An HTTP/1.1 message block as WARC wants it: the header as received, with the content-encoding and length of the
/// bytes as they are kept; the original values move to X-Archive-Orig-….
std::string http_block(const FetchResponse& response, std::string_view body, BodyForm form);

/// The value of a header line of such a block, empty where there is none. `head`: all lines before the body.
std::string_view header_value(std::string_view head, std::string_view name);

}  // namespace vigie::storage
