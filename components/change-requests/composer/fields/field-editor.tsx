'use client';
import type { ComponentType } from 'react';
import { consumerTypes } from '@/lib/domain/plan/kinds/consumer-content';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import { eventActions } from '@/lib/domain/plan/kinds/event-content';
import { propertyScopes } from '@/lib/domain/plan/kinds/property-content';
import { runtimes } from '@/lib/domain/plan/kinds/source-content';
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

/** Fields that take one of a few words. */
const choices: Readonly<Record<string, readonly string[]>> = {
  action: eventActions,
  'consumer.type': consumerTypes,
  scope: propertyScopes,
  runtime: runtimes,
};

/** Fields that name items of one kind. */
const references: Readonly<Record<string, ItemKind>> = {
  sources: 'source',
  destinations: 'destination',
  groups: 'property-group',
};

/** Editors by field; one that a kind has of its own stands under `kind.field`. */
const editors: Readonly<Record<string, Editor>> = {
  stage: StageEditor,
  sourceOfTruth: SourceOfTruthEditor,
  properties: PropertyUsesEditor,
  'event.examples': PayloadsEditor,
  'property.examples': ExamplesEditor,
  'property.type': PropertyTypeEditor,
  uses: ConsumerUsesEditor,
  nameMapping: NameMappingEditor,
  allowedValues: AllowedValuesEditor,
  dataClass: DataClassEditor,
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
  const words = choices[`${kind}.${field.key}`] ?? choices[field.key];
  if (words) return <ChoiceEditor {...props} choices={words} />;
  const of = references[field.key];
  if (of) return <ItemsEditor {...props} of={of} />;
  const Editor =
    editors[`${kind}.${field.key}`] ?? editors[field.key] ?? (field.shape === 'prose' ? ProseEditor : TextEditor);
  return <Editor {...props} />;
}
