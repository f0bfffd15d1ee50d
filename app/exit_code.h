#pragma once

namespace vigie {

/// What a command leaves with.
enum class ExitCode { done = 0, failed = 1, usage = 2, nothing_found = 3 };

}  // namespace vigie
