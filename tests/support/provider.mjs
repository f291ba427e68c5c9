// A real OpenID provider on this machine, for tests: node provider.mjs PORT CLIENT_ID SECRET RETURN
// Whoever signs in as NAME is known to it as NAME; see `people` for what it says of them.
import Provider from "oidc-provider";

const [port, id, secret, back] = process.argv.slice(2);
const people = {
  sam: { email: "sam@example.org", email_verified: true },
  unverified: { email: "sam@example.org", email_verified: false },
  stranger: { email: "stranger@example.org", email_verified: true },
  council: { email: "sam@example.org", xms_edov: true },
  unowned: { email: "sam@example.org", xms_edov: false },
  unsaid: { email: "sam@example.org" },
  elsewhere: { email: "sam@elsewhere.example", email_verified: true },
};

const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [{ client_id: id, client_secret: secret, redirect_uris: [back] }],
  claims: { openid: ["sub"], email: ["email", "email_verified", "xms_edov"], profile: ["name"] },
  conformIdTokenClaims: false,
  pkce: { required: () => true },
  cookies: { keys: ["of the tests"] },
  findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...people[sub] }) }),
});

provider.listen(Number(port), "127.0.0.1", () => console.log("listening"));
