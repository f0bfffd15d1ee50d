#pragma once

namespace vigie::storage {

class Connection;

/// Gives every stored address the key it has by the connection's URL rules, where the keys were made by others: a rule
/// added to the configuration holds for what is in the archive too. An address whose new key another one has already
/// keeps its old key; the other stands for both. Writer only.
void rekey_urls(Connection& connection);

}  // namespace vigie::storage
