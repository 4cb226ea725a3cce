#!/bin/sh
# replay.sh - replays every file of a corpus: replay.sh TARGET CORPUS
exec "$1" "$2"/*
