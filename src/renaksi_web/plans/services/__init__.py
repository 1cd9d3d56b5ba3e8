"""What is done to plans: bringing one in, writing it, and leading it through its versions."""
