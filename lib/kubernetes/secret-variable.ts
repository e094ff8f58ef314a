// SPDX-License-Identifier: Apache-2.0
// Which environment variables are known to hold a secret, by their names. A name that only sounds like one is left alone.

const SECRET_VARIABLE =
  /(^|_)(PASSWORD|PASSWD|SECRET|SECRET_?KEY|SECRET_ACCESS_KEY|ACCESS_KEY|ACCESS_KEY_ID|ACCOUNT_KEY|STORAGE_KEY|API_?KEY|PRIVATE_KEY|AUTH_TOKEN|ACCESS_TOKEN|API_TOKEN|SAS_TOKEN|SESSION_TOKEN)$/i;

/** Whether a variable of this name holds a secret. */
export function isSecretVariable(name: string): boolean {
  return SECRET_VARIABLE.test(name);
}
