// Verifies HTTP message signatures with npm http-message-signatures, which shares no code with ours. Reads a JSON list of
// {now, tag, keys, message, request} from standard input and writes a JSON list of "verified", "unsigned" or why not.
const { createPublicKey } = require('crypto');
const { verifyMessage } = require('http-message-signatures');
const { createVerifier } = require('http-message-signatures/lib/algorithm/index.js');

async function verdict(question) {
  Date.now = () => question.now * 1000;
  const keys = new Map(question.keys.map((jwk) => [jwk.kid, jwk]));
  try {
    const result = await verifyMessage({
      all: true,
      requiredParams: ['created', 'expires', 'keyid', 'tag'],
      keyLookup: async (parameters) => {
        const jwk = parameters.tag === question.tag && keys.get(parameters.keyid);
        return jwk && {
          id: jwk.kid,
          algs: ['ed25519'],
          verify: createVerifier(createPublicKey({ key: jwk, format: 'jwk' }), 'ed25519'),
        };
      },
    }, question.message, question.request);
    return result === true ? 'verified' : result === null ? 'unsigned' : 'wrong';
  } catch (error) {
    return error.name + ': ' + error.message;
  }
}

(async () => {
  const questions = JSON.parse(require('fs').readFileSync(0, 'utf8'));
  const verdicts = [];
  for (const question of questions) {
    verdicts.push(await verdict(question));
  }
  console.log(JSON.stringify(verdicts));
})();
