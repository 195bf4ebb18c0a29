// Draws blocks. `slack-blocks-to-jsx` draws what is only looked at; what can be used is drawn
// here, because the library has no handlers to hang an action on.

import { memo } from "react";
import { Message as Drawn } from "slack-blocks-to-jsx";
import { useHere, type Surface } from "./context";
import { Element } from "./elements";
import { drawable, plainText } from "./text";
import type { Json, Workspace } from "./types";

const LOOKED_AT = new Set(["image"]);
/** What stands below a section's text because it may grow; all else stands beside it. */
const BELOW = /^(checkboxes|radio_buttons|multi_.*)$/;

const Static = memo(function Static({
  blocks,
  workspace,
  user,
}: {
  blocks: Json[];
  workspace: Workspace;
  user: string;
}) {
  const users = workspace.users.map((each) => ({ id: each.id, name: each.name }));
  const channels = workspace.channels.map((each) => ({ id: each.id, name: each.name }));
  return (
    <Drawn
      blocks={blocks.map(drawable) as never}
      data={{ users, channels, user_groups: [] } as never}
      hooks={
        {
          user: ({ id, name }: { id: string; name: string }) => (
            <span className={id === user ? "mention mention-me" : "mention"}>@{name || id}</span>
          ),
          channel: ({ id, name }: { id: string; name: string }) => (
            <span className="mention">#{name || id}</span>
          ),
        } as never
      }
      logo=""
      name=""
      withoutWrapper
    />
  );
}, sameDrawing);

function sameDrawing(
  before: { blocks: Json[]; user: string },
  after: { blocks: Json[]; user: string },
): boolean {
  return before.user === after.user && JSON.stringify(before.blocks) === JSON.stringify(after.blocks);
}

export function Blocks({ blocks, surface }: { blocks: Json[]; surface: Surface }) {
  const { workspace, user } = useHere();
  return (
    <div className="blocks">
      {blocks.map((block, index) => (
        <Block block={block} key={block.block_id ?? index} surface={surface} user={user} workspace={workspace} />
      ))}
    </div>
  );
}

interface Drawing {
  block: Json;
  surface: Surface;
  user: string;
  workspace: Workspace;
}

function Block(props: Drawing) {
  const { block, surface, user, workspace } = props;
  const still = (blocks: Json[]) => <Static blocks={blocks} user={user} workspace={workspace} />;
  switch (block.type) {
    case "actions":
    case "context_actions":
      return <Row block={block} elements={block.elements} surface={surface} />;
    case "section":
      return <Section {...props} />;
    case "input":
      return <Input block={block} surface={surface} />;
    case "card":
      return (
        <div className="card">
          {still([{ ...block, actions: undefined }])}
          {block.actions && <Row block={block} elements={block.actions} surface={surface} />}
        </div>
      );
    case "carousel":
      return (
        <div aria-label="Cards" className="carousel" role="region" tabIndex={0}>
          {block.elements.map((card: Json) => (
            <Block {...props} block={card} key={card.block_id} />
          ))}
        </div>
      );
    case "container":
      return (
        <div className="container-block">
          <p className="container-title">{plainText(block.title)}</p>
          {block.child_blocks.map((child: Json) => (
            <Block {...props} block={child} key={child.block_id} />
          ))}
        </div>
      );
    case "table":
      // A wide table scrolls sideways; the keyboard must reach it for that.
      return (
        <div aria-label="Table" className="scroll-x" role="region" tabIndex={0}>
          {still([block])}
        </div>
      );
    default:
      return still([block]);
  }
}

function Section({ block, surface, user, workspace }: Drawing) {
  const { accessory } = block;
  if (!accessory || LOOKED_AT.has(accessory.type)) {
    return <Static blocks={[block]} user={user} workspace={workspace} />;
  }
  return (
    <div className={BELOW.test(accessory.type) ? "section" : "section section-beside"}>
      <Static blocks={[{ ...block, accessory: undefined }]} user={user} workspace={workspace} />
      <div className="accessory">
        <Element block={block} element={accessory} surface={surface} />
      </div>
    </div>
  );
}

function Row({ block, elements, surface }: { block: Json; elements: Json[]; surface: Surface }) {
  return (
    <div className={`row row-${block.type}`}>
      {elements.map((element) => (
        <Element block={block} element={element} key={element.action_id} surface={surface} />
      ))}
    </div>
  );
}

function Input({ block, surface }: { block: Json; surface: Surface }) {
  const id = `field-${block.block_id}`;
  const error = surface.errors?.[block.block_id];
  const grouped = ["checkboxes", "radio_buttons"].includes(block.element.type);
  const Label = grouped ? "p" : "label";
  return (
    <div className={error ? "field field-wrong" : "field"}>
      <Label {...(grouped ? {} : { htmlFor: id })} className="field-label" id={`${id}-label`}>
        {plainText(block.label)}
        {block.optional && <span className="field-optional"> (optional)</span>}
      </Label>
      <Element
        block={block}
        describedBy={`${id}-notes`}
        element={block.element}
        id={id}
        surface={surface}
      />
      <div id={`${id}-notes`}>
        {error && (
          <p className="field-error" role="alert">
            {error}
          </p>
        )}
        {block.hint && <p className="field-hint">{plainText(block.hint)}</p>}
      </div>
    </div>
  );
}
