// Where blocks stand: in a message, in a modal, or on the app's Home tab.

import { useMemo } from "react";
import { plainValue, useHere, type Surface } from "./context";
import { send } from "./store";
import { plainText } from "./text";
import type { Json, Message, View } from "./types";

export function useMessageSurface(message: Message): Surface {
  const { user } = useHere();
  return useMemo(() => {
    const place = { user, channel: message.channel, message_ts: message.ts };
    return {
      target: message,
      ...calls(place),
      valueOf: (block, element) =>
        plainValue(message.values?.[block.block_id]?.[element.action_id]) ?? initial(element),
    };
  }, [message, user]);
}

/** `values` collects, by block id, what the person filled in; the app hears of it with any act. */
export function useViewSurface(view: View, values: Record<string, unknown>): Surface {
  const { user } = useHere();
  return useMemo(() => {
    const does = calls({ user, view_id: view.id, values });
    const keep = (block: Json, element: Json, value: unknown) => {
      values[block.block_id] = value;
      if (block.dispatch_action && !String(element.type).endsWith("_input")) {
        void does.act(block, element, value);
      }
    };
    return {
      target: view,
      ...does,
      valueOf: (block, element) =>
        block.block_id in values
          ? values[block.block_id]
          : plainValue(view.state.values[block.block_id]?.[element.action_id]),
      keep,
      errors: view.errors,
    };
  }, [view, user]);
}

function calls(place: object): Pick<Surface, "act" | "suggest"> {
  return {
    act: (block, element, value) =>
      send("act", { ...place, action_id: element.action_id, block_id: block.block_id, value }),
    suggest: async (element, typed) => {
      const body = { ...place, action_id: element.action_id, value: typed };
      return groupsOf((await send("suggest", body)).answer);
    },
  };
}

/** The app's options, those of groups with their group's name. */
function groupsOf(answer: Json | undefined): { option: Json; group?: string }[] {
  const groups: Json[] = answer?.option_groups ?? [];
  return [
    ...(answer?.options ?? []).map((option: Json) => ({ option })),
    ...groups.flatMap((group) =>
      group.options.map((option: Json) => ({ option, group: plainText(group.label) })),
    ),
  ];
}

function initial(element: Json): unknown {
  const name = Object.keys(element).find((key) => key.startsWith("initial_"));
  return name && element[name];
}
