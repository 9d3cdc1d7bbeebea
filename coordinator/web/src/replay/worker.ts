// The worker of a replay. It says how far it is, and is ended by whoever wants it to stop.
import roomUrl from "./built/replay.wasm.gz?url";
import { Hand } from "./hand";
import type { Order, Report } from "./jobs";
import { Room, unpack } from "./room";
import { Trouble, troubleOf } from "./trouble";

const scope = self as unknown as { postMessage(report: Report): void; onmessage: ((event: MessageEvent<Order>) => void) | null };

let room: Promise<Room> | null = null;

function start(): Promise<Room> {
  room ??= (async () => {
    try {
      const answer = await fetch(roomUrl);
      if (!answer.ok) throw new Trouble({ kind: "silent", thing: "room", why: String(answer.status) });
      return await Room.start(await unpack(await answer.arrayBuffer()));
    } catch (error) {
      throw error instanceof Trouble ? error : new Trouble({ kind: "silent", thing: "room", why: error instanceof Error ? error.message : String(error) });
    }
  })();
  return room;
}

scope.onmessage = ({ data: order }) => {
  void (async () => {
    try {
      scope.postMessage({ number: order.number, stage: { at: "loading" } });
      const answer = await new Hand(order, await start(), (stage) => scope.postMessage({ number: order.number, stage })).do();
      scope.postMessage({ number: order.number, answer });
    } catch (error) {
      scope.postMessage({ number: order.number, trouble: troubleOf(error, "room") });
    }
  })();
};
