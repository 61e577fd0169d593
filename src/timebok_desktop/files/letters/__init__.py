"""Letters to municipalities as files: drafts of e-mails, documents to edit, and PDF."""
