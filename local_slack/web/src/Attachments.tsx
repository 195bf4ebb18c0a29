// What hangs below a message: unfurled links, and the older attachments of apps.

import { Blocks } from "./Blocks";
import type { Surface } from "./context";
import type { Json } from "./types";

const COLORS: Record<string, string> = { good: "#2a9d6f", warning: "#d9a021", danger: "#c43d35" };

export function Attachments({ attachments, surface }: { attachments: Json[]; surface: Surface }) {
  return attachments.map((each, index) => (
    <div className="attachment" key={each.id ?? index} style={{ borderColor: colorOf(each.color) }}>
      <Blocks blocks={each.blocks?.length ? each.blocks : olderBlocks(each)} surface={surface} />
    </div>
  ));
}

function colorOf(color: string | undefined): string | undefined {
  if (!color) return undefined;
  return COLORS[color] ?? (color.startsWith("#") ? color : `#${color}`);
}

/** The fields of older attachments, as the blocks that look like them. */
function olderBlocks(attachment: Json): Json[] {
  const { title, title_link, text, fallback, fields, image_url, footer } = attachment;
  const words = (written: string) => ({ type: "mrkdwn", text: written });
  const blocks: Json[] = [];
  const heading = title && (title_link ? `*<${title_link}|${title}>*` : `*${title}*`);
  const body = [attachment.pretext, heading, text].filter(Boolean).join("\n") || fallback;
  if (body) blocks.push({ type: "section", text: words(body) });
  if (fields?.length) {
    const each = fields.map((field: Json) => words(`*${field.title ?? ""}*\n${field.value ?? ""}`));
    blocks.push({ type: "section", fields: each });
  }
  if (image_url) blocks.push({ type: "image", image_url, alt_text: fallback ?? title ?? "" });
  if (footer) blocks.push({ type: "context", elements: [words(footer)] });
  return blocks.map((block, index) => ({ ...block, block_id: `older-${index}` }));
}
