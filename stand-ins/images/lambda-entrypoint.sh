#!/bin/sh
echo 'entrypoint requires the handler name to be the first argument' >&2
exit 142
