-- What follows Prisma has no words for.
-- Somebody is away for a day at least, and nobody stands in for themselves.
ALTER TABLE "absences" ADD CONSTRAINT "absences_days" CHECK ("from_day" <= "until_day");
ALTER TABLE "absences" ADD CONSTRAINT "absences_somebody_else" CHECK ("user_id" <> "substitute_id");
ALTER TABLE "review_settings" ADD CONSTRAINT "review_settings_reminder_days" CHECK ("reminder_days" BETWEEN 1 AND 30);
