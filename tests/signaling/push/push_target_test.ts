import { assertEquals } from "@std/assert";
import { findPushTarget, isPrivateAddress } from "../../../signaling/push/push_target.ts";

const NAMED = [{ hostname: "push.example", port: 443 }, { hostname: "localhost", port: 8443 }];

function find(endpoint: string): string | null {
  const target = findPushTarget(endpoint, NAMED);
  return target === null ? null : `${target.hostname}:${target.port} ${target.host} ${target.path} ${target.isNamed}`;
}

Deno.test("findPushTarget() finds the push services and what is named, each on its port", () => {
  for (
    const [endpoint, expected] of [
      ["https://fcm.googleapis.com/fcm/send/a:b_-", "fcm.googleapis.com:443 fcm.googleapis.com /fcm/send/a:b_- false"],
      ["https://FCM.GoogleAPIs.com:443/x", "fcm.googleapis.com:443 fcm.googleapis.com /x false"],
      [
        "https://updates.push.services.mozilla.com/wpush/v2/x",
        [
          "updates.push.services.mozilla.com:443",
          "updates.push.services.mozilla.com /wpush/v2/x false",
        ].join(" "),
      ],
      ["https://web.push.apple.com/x", "web.push.apple.com:443 web.push.apple.com /x false"],
      ["https://a.b.push.apple.com", "a.b.push.apple.com:443 a.b.push.apple.com / false"],
      [
        "https://wns2-by3p.notify.windows.com/w/?token=a%3d",
        [
          "wns2-by3p.notify.windows.com:443",
          "wns2-by3p.notify.windows.com /w/?token=a%3d false",
        ].join(" "),
      ],
      ["https://push.example/x", "push.example:443 push.example /x true"],
      ["https://localhost:8443/x", "localhost:8443 localhost:8443 /x true"],
    ] as const
  ) assertEquals(find(endpoint), expected);
});

Deno.test("findPushTarget() finds nothing else, however it is written", () => {
  for (
    const endpoint of [
      "http://fcm.googleapis.com/x",
      "https:fcm.googleapis.com/x",
      "https:///fcm.googleapis.com/x",
      "wss://fcm.googleapis.com/x",
      "xhttps://fcm.googleapis.com/x",
      "https://",
      "https://fcm.googleapis.com:444/x",
      "https://fcm.googleapis.com:70000/x",
      "https://fcm.googleapis.com./x",
      "https://xfcm.googleapis.com/x",
      "https://fcm.googleapis.com.evil.example/x",
      "https://x.fcm.googleapis.com/x",
      "https://googleapis.com/x",
      "https://push.services.mozilla.com/x",
      "https://push.apple.com/x",
      "https://.push.apple.com/x",
      "https://a..push.apple.com/x",
      "https://evilpush.apple.com/x",
      "https://push.apple.com.evil.example/x",
      "https://a.push.apple.com:8443/x",
      "https:///kim@fcm.googleapis.com/x",
      "https://kim@fcm.googleapis.com/x",
      "https://:@fcm.googleapis.com/x",
      "https://fcm.googleapis.com@evil.example/x",
      "https://fcm.googleapis.com/x#",
      "https://fcm.googleapis.com/x#y",
      "https://push.example:8443/x",
      "https://x.push.example/x",
      "https://localhost/x",
      "https://localhost:443/x",
      "https://127.0.0.1:8443/x",
      "https://127.1/x",
      "https://0x7f000001/x",
      "https://[::1]/x",
      "https://[::ffff:127.0.0.1]/x",
    ]
  ) assertEquals(find(endpoint), null, endpoint);
});

Deno.test("An endpoint has one key, whatever is added or written otherwise, and another has another", () => {
  const key = (endpoint: string) => findPushTarget(endpoint, NAMED)?.key;
  const plain = key("https://fcm.googleapis.com/fcm/send/abc");
  for (
    const path of ["/fcm/send/abc?", "/fcm/send/abc?x=1", "/fcm//send/abc", "/%66cm/send/ab%63", "/x/../fcm/send/abc"]
  ) {
    assertEquals(key(`https://FCM.googleapis.com:443${path}`), plain, path);
  }
  const others = ["https://fcm.googleapis.com/fcm/send/abC", "https://push.example/fcm/send/abc"];
  assertEquals(others.map(key).includes(plain), false);
  const [first, again, second] = ["a", "a&x=1", "b"].map((token) =>
    key(`https://x.notify.windows.com/w/?token=${token}`)
  );
  assertEquals([first === again, first === second], [true, false]);
  assertEquals(key("https://push.example/%"), "push.example /% ");
});

Deno.test("isPrivateAddress() knows every address that is none of the Internet, to its edges", () => {
  for (
    const [from, to] of [
      ["0.0.0.0", "0.255.255.255"],
      ["10.0.0.0", "10.255.255.255"],
      ["100.64.0.0", "100.127.255.255"],
      ["127.0.0.0", "127.255.255.255"],
      ["169.254.0.0", "169.254.255.255"],
      ["172.16.0.0", "172.31.255.255"],
      ["192.0.0.0", "192.0.0.255"],
      ["192.0.2.0", "192.0.2.255"],
      ["192.168.0.0", "192.168.255.255"],
      ["198.18.0.0", "198.19.255.255"],
      ["198.51.100.0", "198.51.100.255"],
      ["203.0.113.0", "203.0.113.255"],
      ["224.0.0.0", "255.255.255.255"],
      ["::", "1fff:ffff::"],
      ["2001::", "2001:1ff:ffff::"],
      ["2001:db8::", "2001:db8:ffff::"],
      ["2002::", "2002:ffff::"],
      ["3fff::", "3fff:fff:ffff::"],
      ["4000::", "ffff::"],
      ["::1", "::ffff:10.0.0.1"],
      ["fd00::1", "fe80::1"],
      ["fe80::1%eth0", "2a00:1450::1%eth0"], // None that a connection to the Internet has.
      ["::ffff:0:0", "64:ff9b::10.0.0.1"],
      ["64:ff9b::7f00:1", "64:ff9b:1::808:808"],
      ["localhost", ""],
    ] as const
  ) assertEquals([from, to].filter((address) => !isPrivateAddress(address)), [], from);
  for (
    const address of [
      ...["1.0.0.0", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255"],
      ...["128.0.0.0", "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0", "192.0.1.0", "192.0.3.0"],
      ...["192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0", "198.51.99.255", "203.0.114.0"],
      ...["223.255.255.255", "::ffff:8.8.8.8", "2000::1", "2001:200::1", "2001:4860:4860::8888", "2001:db7::1"],
      ...["2003::1", "2a00:1450::1", "3ffe::1", "3fff:1000::1", "64:ff9b::808:808"],
    ]
  ) assertEquals(isPrivateAddress(address), false, address);
});
