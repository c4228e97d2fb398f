'use client';
import type { ComponentType } from 'react';
import { consumerTypes } from '@/lib/domain/plan/kinds/consumer';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import { eventActions } from '@/lib/domain/plan/kinds/event';
import { propertyScopes } from '@/lib/domain/plan/kinds/property';
import { runtimes } from '@/lib/domain/plan/kinds/source';
import { useForm } from '../form-context';
import type { EditorProps } from './editor';
import { AllowedValuesEditor, DataClassEditor, ExtrasEditor, LinksEditor, PayloadsEditor } from './lists';
import { PropertyTypeEditor } from './property-type';
import { PropertyUsesEditor } from './property-uses';
import { ItemsEditor, LifecycleEditor, OwnerEditor, SourceOfTruthEditor } from './references';
import { jsonFrom } from './scalar';
import { ChoiceEditor, DateEditor, NumberEditor, ProseEditor, TagsEditor, TextEditor } from './simple';
import { ConsumerUsesEditor, NameMappingEditor } from './uses-of-others';

type Editor = ComponentType<EditorProps>;

const choice = (choices: readonly string[]): Editor =>
  function Choice(props) {
    return <ChoiceEditor {...props} choices={choices} />;
  };

const itemsOf = (of: ItemKind): Editor =>
  function Items(props) {
    return <ItemsEditor {...props} of={of} />;
  };

function StageEditor(props: EditorProps) {
  return <ChoiceEditor {...props} choices={useForm().stages} optional />;
}

function ExamplesEditor(props: EditorProps) {
  return <TagsEditor {...props} mono read={exampleFrom} />;
}

function exampleFrom(text: string): unknown {
  const read = jsonFrom(text);
  return 'value' in read ? read.value : text;
}

/** Editors by field; one that a kind has of its own stands under `kind.field`. */
const editors: Readonly<Record<string, Editor>> = {
  action: choice(eventActions),
  stage: StageEditor,
  sources: itemsOf('source'),
  destinations: itemsOf('destination'),
  groups: itemsOf('property-group'),
  sourceOfTruth: SourceOfTruthEditor,
  properties: PropertyUsesEditor,
  'event.examples': PayloadsEditor,
  'property.examples': ExamplesEditor,
  'property.type': PropertyTypeEditor,
  'consumer.type': choice(consumerTypes),
  uses: ConsumerUsesEditor,
  nameMapping: NameMappingEditor,
  allowedValues: AllowedValuesEditor,
  dataClass: DataClassEditor,
  scope: choice(propertyScopes),
  runtime: choice(runtimes),
  minimum: NumberEditor,
  maximum: NumberEditor,
  minLength: NumberEditor,
  maxLength: NumberEditor,
  maxNameLength: NumberEditor,
  maxPropertiesPerEvent: NumberEditor,
  reviewBy: DateEditor,
  startsAt: DateEditor,
  endsAt: DateEditor,
  tags: TagsEditor,
  owner: OwnerEditor,
  lifecycle: LifecycleEditor,
  links: LinksEditor,
  screenshots: LinksEditor,
  extras: ExtrasEditor,
};

/** The control that fits a field. */
export function FieldEditor(props: EditorProps) {
  const { kind, field } = props;
  const Editor = editors[`${kind}.${field.key}`] ?? editors[field.key] ?? (field.shape === 'prose' ? ProseEditor : TextEditor);
  return <Editor {...props} />;
}
