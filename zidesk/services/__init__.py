"""What a user wants done, one package for each subject. No Qt, no SQL; imports storage and domain."""
