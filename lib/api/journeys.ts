import {
  createJourneySchema,
  journeyListSchema,
  journeyQuerySchema,
  journeyViewSchema,
  pictureViewSchema,
  saveJourneySchema,
} from '@/lib/contracts/journeys';
import { maxPictureBytes, pictureTypes } from '@/lib/domain/journey/picture';
import { listJourneys } from '@/lib/features/journeys/list-journeys';
import { readJourney } from '@/lib/features/journeys/read-journey';
import { readPictureFile } from '@/lib/features/journeys/read-picture';
import { createJourney, removeJourney, restoreJourney, updateJourney } from '@/lib/features/journeys/save-journey';
import { uploadPicture } from '@/lib/features/journeys/upload-picture';
import { del, download, get, post, put, type Route, upload } from './route';

/** Journeys: the ways people take through a product, step by step. */
export const journeyRoutes: readonly Route[] = [
  get('/plans/{plan}/journeys', {
    summary: 'List the journeys of a plan',
    action: 'journey.read',
    query: journeyQuerySchema,
    result: journeyListSchema,
    run: listJourneys,
  }),
  post('/plans/{plan}/journeys', {
    summary: 'Begin a journey, empty or with the events of a category',
    action: 'journey.create',
    body: createJourneySchema,
    result: journeyViewSchema,
    status: 201,
    run: createJourney,
  }),
  get('/plans/{plan}/journeys/{id}', {
    summary: 'Read a journey with its steps, its ways and what it leaves out',
    action: 'journey.read',
    query: journeyQuerySchema,
    result: journeyViewSchema,
    run: readJourney,
  }),
  put('/plans/{plan}/journeys/{id}', {
    summary: 'Write a journey whole: its name, its words and all of its steps',
    action: 'journey.update',
    body: saveJourneySchema,
    result: journeyViewSchema,
    ifMatch: 'required',
    run: updateJourney,
  }),
  del('/plans/{plan}/journeys/{id}', {
    summary: 'Delete a journey',
    action: 'journey.remove',
    result: journeyViewSchema,
    run: removeJourney,
  }),
  post('/plans/{plan}/journeys/{id}/restore', {
    summary: 'Bring a deleted journey back',
    action: 'journey.update',
    result: journeyViewSchema,
    run: restoreJourney,
  }),
  upload('/plans/{plan}/journey-pictures', {
    summary: 'Send a picture for the steps of journeys',
    action: 'journey.update',
    contentTypes: [...pictureTypes],
    maxBytes: maxPictureBytes,
    result: pictureViewSchema,
    status: 201,
    run: (actor, input, { stream }) => uploadPicture(actor, input, stream),
  }),
  download('/plans/{plan}/journey-pictures/{digest}', {
    summary: 'Read the picture of a step',
    action: 'journey.read',
    run: readPictureFile,
  }),
];
