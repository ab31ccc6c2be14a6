"""What full screen shows under the stage."""
