/** The same relay on Bun's own server. */

const sockets = new Map();

Bun.serve({
  port: Number(process.env.PORT),
  hostname: "127.0.0.1",
  fetch(request, server) {
    return server.upgrade(request, { data: { id: "" } }) ? undefined : new Response("Not found", { status: 404 });
  },
  websocket: {
    idleTimeout: 30,
    message(socket, data) {
      const message = JSON.parse(data);
      if (message.type === "register") {
        socket.data.id = message.id;
        sockets.set(message.id, socket);
        socket.send(JSON.stringify({ type: "registered", id: message.id }));
      } else {
        sockets.get(message.clientId)?.send(data);
      }
    },
    close(socket) {
      sockets.delete(socket.data.id);
    },
  },
});
console.log("ready");
