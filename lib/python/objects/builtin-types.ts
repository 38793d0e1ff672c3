/** Every built-in type, each behind its base. */

import type { EvaluationRules } from "../../sim/profile/evaluation-rules";
import { getsetDescriptorType, memberDescriptorType } from "./attribute-descriptor";
import { boolType } from "./bool-type";
import { methodType } from "./bound-method-type";
import { bytesType } from "./bytes-type";
import { callableIteratorType } from "./callable-iterator";
import { cellType } from "./cell-object";
import { codeType } from "./code-type";
import {
  dictItemIteratorType,
  dictKeyIteratorType,
  dictReverseItemIteratorType,
  dictReverseKeyIteratorType,
  dictReverseValueIteratorType,
  dictValueIteratorType,
} from "./dict-iterator";
import { dictType } from "./dict-object";
import { dictItemsType, dictKeysType, dictValuesType } from "./dict-view";
import { enumerateType } from "./enumerate-object";
import { exceptionTypes } from "./exception-types";
import { filterType } from "./filter-object";
import { floatType } from "./float-type";
import { frameType } from "./frame-type";
import { functionType } from "./function-object";
import { generatorType } from "./generator-type";
import { intType } from "./int-type";
import { listIteratorType, listReverseIteratorType } from "./list-iterator";
import { listType } from "./list-object";
import { mapType } from "./map-object";
import { mappingProxyType } from "./mapping-proxy";
import {
  builtinFunctionType,
  classMethodDescriptorType,
  methodDescriptorType,
  methodWrapperType,
  wrapperDescriptorType,
} from "./native-function-type";
import type { NativeType } from "./native-type";
import { ellipsisType, noneType, notImplementedType } from "./none-type";
import { objectType } from "./object-type";
import { propertyType } from "./property";
import { longRangeIteratorType, rangeIteratorType } from "./range-iterator";
import { rangeType } from "./range-object";
import { reversedType } from "./reversed-object";
import { sequenceIteratorType } from "./sequence-iterator";
import { setIteratorType } from "./set-iterator";
import { frozensetType, setType } from "./set-object";
import { sliceType } from "./slice-object";
import { classMethodType, staticMethodType } from "./static-method";
import { bytesIteratorType, strAsciiIteratorType, strIteratorType } from "./str-iterator";
import { strType } from "./str-type";
import { superType } from "./super-object";
import { tracebackType } from "./traceback-object";
import { tupleIteratorType } from "./tuple-iterator";
import { tupleType } from "./tuple-object";
import { typeType } from "./type-type";
import { zipType } from "./zip-object";

/** The list. A new type is one line here. */
export function builtinTypes(rules: EvaluationRules): readonly NativeType[] {
  return [
    objectType,
    typeType,
    getsetDescriptorType,
    memberDescriptorType,
    builtinFunctionType,
    methodDescriptorType,
    classMethodDescriptorType,
    wrapperDescriptorType,
    methodWrapperType,
    methodType,
    functionType,
    propertyType,
    staticMethodType,
    classMethodType,
    superType,
    mappingProxyType,
    noneType,
    ellipsisType,
    notImplementedType,
    intType,
    boolType,
    floatType,
    strType,
    bytesType,
    callableIteratorType,
    cellType,
    codeType,
    dictItemIteratorType,
    dictKeyIteratorType,
    dictReverseItemIteratorType,
    dictReverseKeyIteratorType,
    dictReverseValueIteratorType,
    dictValueIteratorType,
    dictType,
    dictItemsType,
    dictKeysType,
    dictValuesType,
    enumerateType,
    filterType,
    frameType,
    generatorType,
    listIteratorType,
    listReverseIteratorType,
    listType,
    mapType,
    longRangeIteratorType,
    rangeIteratorType,
    rangeType,
    reversedType,
    sequenceIteratorType,
    setIteratorType,
    frozensetType,
    setType,
    sliceType,
    bytesIteratorType,
    strAsciiIteratorType,
    strIteratorType,
    tracebackType,
    tupleIteratorType,
    tupleType,
    zipType,
    ...exceptionTypes(rules),
  ];
}
