// Runs before everything else: zod must not compile code at run time, which our content security policy forbids.
globalThis.__zod_globalConfig = { jitless: true }
