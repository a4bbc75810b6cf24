#!/bin/sh
# Changes psycopg2's sources, those in the working directory, for a Python of PYTHON_VERSION, and prints a line for each
# edit, which the SBOM repeats.
set -eu
: "${PYTHON_VERSION:?}"

source=psycopg/psycopgmodule.c

# At import, psycopg2 imports Python's ssl, to share the locks of one libcrypto (psycopg/psycopg2#290). The module has
# a libcrypto of its own here, and OpenSSL has needed no such locks since 1.1.0: what is left is the longest part of
# the import.
call='^[[:space:]]*libcrypto_threads_init();'
if grep -q "$call" $source; then
  sed -i "/$call/d" $source
  echo 'edit=psycopg2: psycopgmodule.c does not call libcrypto_threads_init, which imports ssl'
fi

# What follows is the same from Python 3.8 on.
case $PYTHON_VERSION in 2.* | 3.[67]) exit ;; esac

# Each timestamp is read by calling datetime as Python code would: seven numbers are made objects, put into a tuple and
# taken out again, a third of fetching a row that has one. datetime's own C interface takes the numbers, and checks the
# same of them; what it does not check is a time zone of another type than tzinfo.
times=psycopg/typecast_datetime.c
if [ -e $times ]; then
  function='/^_parse_noninftz(/,/^}/' old='^    rv = PyObject_CallFunction($'
  if [ "$(sed -n "$function p" $times | grep -A2 "$old" | cksum)" != '1684426713 134' ]; then
    echo "psycopg2: _parse_noninftz in $times does not call datetime as psycopg2-edits.sh expects" >&2
    exit 1
  fi
  new='    rv = tzinfo == Py_None || PyTZInfo_Check(tzinfo) ? PyDateTimeAPI->DateTime_FromDateAndTime('
  new="$new y, m, d, hh, mm, ss, us, tzinfo, PyDateTimeAPI->DateTimeType) : PyObject_CallFunction("
  sed -i "$function s/$old/$new/" $times
  echo 'edit=psycopg2: typecast_datetime.c makes timestamps by DateTime_FromDateAndTime'
fi

# psycopg2.errors has 250 classes that are nothing but a name. PyErr_NewException makes each as a class statement would,
# and looks for every special method along its bases: half of the import. PyType_FromSpec inherits them from the base;
# the classes are the same.
grep -q '^sqlstate_errors_init' $source || exit 0
old='PyErr_NewException(namebuf, base, NULL)'
if [ "$(grep -cF "$old" $source)" != 1 ] || [ "$(grep -cxF '#include <stdlib.h>' $source)" != 1 ]; then
  echo "psycopg2: $source does not have what psycopg2-edits.sh would change: $old" >&2
  exit 1
fi
cat >edited <<'C'
static PyObject *
sqlstate_error_new(const char *name, PyObject *base)
{
    static PyType_Slot none[] = {{0, NULL}};
    /* Before 3.11, Python keeps the name that it is given. */
    PyType_Spec spec = {strdup(name), 0, 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE, none};
    PyObject *bases, *error = NULL;

    if (spec.name == NULL) { return PyErr_NoMemory(); }
    if ((bases = PyTuple_Pack(1, base))) {
        error = PyType_FromSpecWithBases(&spec, bases);
        Py_DECREF(bases);
    }
    return error;
}
C
sed -i -e "s/$old/sqlstate_error_new(namebuf, base)/" -e '/^#include <stdlib\.h>$/r edited' $source
rm edited
echo 'edit=psycopg2: psycopgmodule.c makes the classes of psycopg2.errors by PyType_FromSpecWithBases'
