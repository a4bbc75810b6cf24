/** An address as it may stand in a log: user name, password, query and fragment are left out. */
export function shown(url: URL): string {
  const clean = new URL(url)
  clean.username = ''
  clean.password = ''
  // Redirects to object stores are signed in their query.
  clean.search = ''
  clean.hash = ''
  return clean.href
}

/** The Authorization header for the login in an address; none where there is no login. */
export function loginOf(url: URL): Record<string, string> {
  if (url.username === '' && url.password === '') return {}
  const login = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`
  return { authorization: `Basic ${Buffer.from(login).toString('base64')}` }
}

/** Whether the login in an address can be read: a `%` that begins no escape makes it unreadable. */
export function hasReadableLogin(url: URL): boolean {
  try {
    loginOf(url)
    return true
  } catch {
    return false
  }
}

/** What to say of an address whose login cannot be read. */
export const BAD_LOGIN = 'the login in its address has a % that does not begin an escape: write it as %25'
