/**
 * The first import of each entry: keeps Node's deprecation warnings out of users' logs. They are about calls in packages
 * that are bundled (DEP0005 in `tunnel`, which @actions/http-client uses for a proxy with a login), and no user can do
 * anything about them. Set while running, because a bundle has no say in how Node is started.
 */
process.noDeprecation = true
