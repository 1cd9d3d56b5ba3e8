"""What an office's papers carry that no plan tells: letterhead, place of signing, officials."""
