#pragma once

#include <string>
#include <string_view>

#include "app/exit_code.h"
#include "model/error.h"

namespace vigie {

/// Whether stdout (stderr) is a terminal that may be coloured: a terminal, and NO_COLOR unset.
bool colour_on_stdout();
bool colour_on_stderr();

/// One line on stderr, "vigie: …", controls escaped.
void say(std::string_view message);

/// Tells an error on stderr, with a `hint:` line when there is one, and returns the exit code of its kind.
ExitCode tell(const Error& error, std::string_view hint = {});

/// The code an error of this kind leaves with.
ExitCode exit_code_for(ErrorKind kind);

/// Number of terminal columns a text takes: 0 for combining marks, 2 for wide characters.
int display_width(std::string_view text);

/// `text` cut or padded to `width` columns; a cut one ends with "…".
std::string fit(std::string_view text, int width);

}  // namespace vigie
