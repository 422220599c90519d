/** The floor: a relay on `Deno.serve` that checks nothing, limits nothing and counts nothing. */

const sockets = new Map<string, WebSocket>();

Deno.serve(
  { port: Number(Deno.env.get("PORT")), hostname: "127.0.0.1", tcpBacklog: 4096, onListen: ready },
  (request) => {
    const { socket, response } = Deno.upgradeWebSocket(request, { idleTimeout: 30 });
    let id = "";
    socket.onmessage = ({ data }) => {
      const message = JSON.parse(data);
      if (message.type === "register") {
        sockets.set(id = message.id, socket);
        socket.send(JSON.stringify({ type: "registered", id }));
      } else {
        sockets.get(message.clientId)?.send(data);
      }
    };
    socket.onclose = () => sockets.delete(id);
    return response;
  },
);

function ready() {
  console.log("ready");
}
