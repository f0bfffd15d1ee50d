# cmake --install and the Debian package (script/package).
# Man pages and completions, from the program's own table of commands.
add_executable(make_manual packaging/make_manual.cpp)
target_link_libraries(make_manual PRIVATE vigie_app)
vigie_compile_settings(make_manual)
set(manual ${PROJECT_BINARY_DIR}/manual)
add_custom_command(OUTPUT ${manual}/made DEPENDS make_manual
                   COMMAND make_manual ${manual} ${PROJECT_VERSION} ${VIGIE_RELEASE_DATE} && ${CMAKE_COMMAND} -E touch ${manual}/made)
add_custom_target(manual ALL DEPENDS ${manual}/made)

# The configuration of an installed vigie: the shipped one, with the places of a system's service.
file(READ config/vigie.toml installed_config)
string(REPLACE "# database = \"vigie.db\"" "database = \"/var/lib/vigie/vigie.db\"" installed_config "${installed_config}")
file(WRITE ${PROJECT_BINARY_DIR}/installed/vigie.toml "${installed_config}")

install(TARGETS vigie RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY config/ DESTINATION ${CMAKE_INSTALL_FULL_SYSCONFDIR}/vigie PATTERN vigie.toml EXCLUDE)
install(FILES ${PROJECT_BINARY_DIR}/installed/vigie.toml DESTINATION ${CMAKE_INSTALL_FULL_SYSCONFDIR}/vigie)
install(FILES packaging/vigie.service DESTINATION lib/systemd/system)
install(DIRECTORY ${manual}/man/ DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${manual}/completions/vigie.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME vigie)
install(FILES ${manual}/completions/_vigie DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${manual}/completions/vigie.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
install(FILES README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES packaging/debian/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})

# What a user changes under /etc is kept on an upgrade.
file(GLOB_RECURSE configuration RELATIVE ${PROJECT_SOURCE_DIR}/config CONFIGURE_DEPENDS config/*)
list(TRANSFORM configuration PREPEND "/etc/vigie/")
string(REPLACE ";" "\n" conffiles "${configuration}")
file(WRITE ${PROJECT_BINARY_DIR}/debian/conffiles "${conffiles}\n")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME vigie)
set(CPACK_PACKAGE_CONTACT "the vigie authors <vigie@example.org>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "adduser, tzdata, ca-certificates, publicsuffix")
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA "${PROJECT_SOURCE_DIR}/packaging/debian/postinst;${PROJECT_SOURCE_DIR}/packaging/debian/prerm;${PROJECT_SOURCE_DIR}/packaging/debian/postrm;${PROJECT_BINARY_DIR}/debian/conffiles")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
include(CPack)
