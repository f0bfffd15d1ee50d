#pragma once

#include "app/session.h"

namespace vigie {

/// `vigie inspect stories FILE`: lines {"id","url","lang","published","title","text"} in order of published in, lines
/// {"id","story"} out, grouped by the daemon's own code.
ExitCode inspect_stories(const Session& session, const std::string& path);

}  // namespace vigie
