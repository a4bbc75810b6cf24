export const id = 261;
export const ids = [261];
export const modules = {

/***/ 40261:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   refuseUnloadable: () => (/* binding */ refuseUnloadable)
/* harmony export */ });
/* harmony import */ var _report_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73976);
/* harmony import */ var _audit_job_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55052);
/* harmony import */ var _audit_subject_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1742);



/**
 * Judges a file as its runtime's loader would, whatever machine this is. What is only stricter for zips made here keeps
 * nobody from using one.
 *
 * @throws {BuildError} where that runtime would not load it
 */
async function refuseUnloadable({ name, bytes, entries }, { python, architecture }) {
    const subject = entries === undefined ? (0,_audit_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .subjectOf */ .e)(bytes, name) : unpacked(entries);
    const asked = { file: name, python, architecture, strict: false, ours: false };
    const { findings: faults } = await (0,_audit_job_js__WEBPACK_IMPORTED_MODULE_1__/* .auditSubject */ .K)(subject, asked);
    const [first] = faults;
    if (first === undefined)
        return;
    throw new _report_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BuildError */ .zS(`${name}: Lambda's Python ${python} on ${architecture} would not load it: ${first.message}`, 'The release is not fit for that runtime: choose another, and tell who made it. Nothing was changed.', faults.map((fault) => lineOf(fault)));
}
function lineOf({ rule, file, message }) {
    return `${rule}: ${file === '' ? '' : `${file}: `}${message}`;
}
function unpacked(entries) {
    const files = entries.flatMap(({ path, directory, data }) => directory ? [] : [[path, { size: data.length, read: () => data }]]);
    return { kind: 'package', tree: { files: new Map(files), lost: new Map(), notes: [] } };
}


/***/ })

};
