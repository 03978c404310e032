"""The operator's pages (`/console`) and the page on which a tester plays the customer (`/demo`): plain HTML."""
