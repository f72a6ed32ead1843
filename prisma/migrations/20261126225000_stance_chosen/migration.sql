-- A stance is chosen, and until then there is none.
ALTER TABLE "citations" ALTER COLUMN "stance" DROP NOT NULL;
