-- A channel can leave what can wait to the app, without a digest.
ALTER TABLE "channels" DROP CONSTRAINT "channels_pace_check";
ALTER TABLE "channels" ADD CONSTRAINT "channels_pace_check" CHECK ("pace" IN ('each', 'urgent', 'urgent-only', 'digest'));
