#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/time.h"

namespace vigie::storage {

/// One WARC 1.1 record (ISO 28500:2017), header, block and the two closing line ends.
std::string warc_record(const std::vector<std::pair<std::string, std::string>>& headers, std::string_view block);

/// A gzip member holding `bytes` (RFC 1952).
std::string gzip_member(std::string_view bytes);

/// The bytes of the one gzip member `bytes` begins with, at most `limit` of them; `length` is set to the member's
/// length. Empty with length 0 when it is damaged or longer.
std::string gunzip_member(std::string_view bytes, std::size_t limit, std::size_t& length);

/// "<urn:uuid:…>" by RFC 9562 (version 8: made from a hash, so that the same page at the same time has the same one).
std::string record_id(std::string_view seed);

/// An HTTP/1.1 message block as WARC wants it: the header as received, with the content-encoding and length of the
/// bytes as they are kept; the original values move to X-Archive-Orig-….
std::string http_block(std::string_view raw_header, int status, std::string_view content_type, std::string_view body);

}  // namespace vigie::storage
