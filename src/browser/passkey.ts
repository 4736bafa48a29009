// Brings the passkey buttons of a page to life: asks the service for a challenge, the device for an answer, and sends it back.

type Bytes = Uint8Array<ArrayBuffer>

function bytesOf(text: string): Bytes {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0))
}

function textOf(buffer: ArrayBuffer): string {
  const plain = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join('')
  return btoa(plain).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

type Listed = { id: string; type: 'public-key'; transports?: AuthenticatorTransport[] }

const listed = (list: Listed[] | undefined) => (list ?? []).map((one) => ({ ...one, id: bytesOf(one.id) }))

async function post(address: string, body: object): Promise<Response> {
  return fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

async function use(options: PublicKeyCredentialRequestOptionsJSON): Promise<object> {
  const credential = (await navigator.credentials.get({
    publicKey: {
      ...(options as object),
      challenge: bytesOf(options.challenge),
      allowCredentials: listed(options.allowCredentials as Listed[] | undefined),
      userVerification: 'required',
    },
  })) as PublicKeyCredential
  const response = credential.response as AuthenticatorAssertionResponse
  return {
    ...described(credential),
    response: {
      clientDataJSON: textOf(response.clientDataJSON),
      authenticatorData: textOf(response.authenticatorData),
      signature: textOf(response.signature),
      ...(response.userHandle ? { userHandle: textOf(response.userHandle) } : {}),
    },
  }
}

async function add(options: PublicKeyCredentialCreationOptionsJSON): Promise<object> {
  const credential = (await navigator.credentials.create({
    publicKey: {
      ...(options as unknown as PublicKeyCredentialCreationOptions),
      challenge: bytesOf(options.challenge),
      user: { ...options.user, id: bytesOf(options.user.id) },
      excludeCredentials: listed(options.excludeCredentials as Listed[] | undefined),
    },
  })) as PublicKeyCredential
  const response = credential.response as AuthenticatorAttestationResponse
  return {
    ...described(credential),
    response: {
      clientDataJSON: textOf(response.clientDataJSON),
      attestationObject: textOf(response.attestationObject),
      transports: response.getTransports?.() ?? [],
    },
  }
}

function described(credential: PublicKeyCredential): object {
  return {
    id: credential.id,
    rawId: textOf(credential.rawId),
    type: credential.type,
    clientExtensionResults: credential.getClientExtensionResults(),
    ...(credential.authenticatorAttachment ? { authenticatorAttachment: credential.authenticatorAttachment } : {}),
  }
}

for (const part of document.querySelectorAll<HTMLElement>('[data-passkey]')) {
  const button = part.querySelector('button')
  const problem = part.querySelector<HTMLElement>('[role="alert"]')
  const without = part.querySelector<HTMLElement>('[data-without]')
  // Without this in the browser, what the page says instead stays.
  if (button === null || problem === null || without === null || !('PublicKeyCredential' in window)) continue
  const { passkey, options = '', answer = '', name, to } = part.dataset
  without.hidden = true
  button.hidden = false
  button.addEventListener('click', async () => {
    problem.hidden = true
    button.disabled = true
    try {
      const asked = await (await post(options, {})).json()
      const response = passkey === 'add' ? await add(asked) : await use(asked)
      const sent = await post(answer, { response, name, to })
      if (!sent.ok) throw new Error(String(sent.status))
      const next = (await sent.json()) as { to: string }
      location.assign(next.to)
    } catch {
      problem.hidden = false
      button.disabled = false
    }
  })
}
