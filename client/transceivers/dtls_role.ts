/**
 * Has whoever offers begin the DTLS handshake. A client begins once its own ICE check is answered, and the answer brings
 * the offerer all that it needs for one, while who answers has to wait for the offerer's candidates first: with them as
 * the client, which browsers make of them otherwise, the first picture comes most of a round trip later.
 */

/**
 * Reads an offer that leaves the choice (RFC 8842 §5.2, `actpass`) as one that takes the client's part, so that the browser
 * answers with the server's, as it may. Only whole lines are changed; an offer that has chosen stays as it is.
 */
export function letOffererBegin(offer: string): string {
  return offer.replaceAll(/(?<=\n)a=setup:actpass(?=\r?\n)/g, "a=setup:active");
}
