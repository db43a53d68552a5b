// await, and asynchronous generators: generators whose `yield` hands a value to who asked for the next
// one, and whose `await` gives way to the event loop. What __anext__, asend, athrow and aclose give is a
// step: awaited, it runs the generator until it yields or ends.
#include "py/bc0.h"
#include "py/objexcept.h"
#include "py/objgenerator.h"
#include "py/runtime.h"
#include "interrupt.h"

extern const mp_obj_exception_t mp_const_GeneratorExit_obj;

// ---- what a coroutine's __await__() gives, and anext(iterator, default) ---------------------------

typedef struct {
    mp_obj_base_t base;
    mp_obj_t inner;     // a coroutine, or anything that has send, throw and close
    mp_obj_t otherwise; // what it gives instead of StopAsyncIteration, or null
} wrapper_t;

static mp_obj_t or_raise(mp_obj_t ret) {
    if (ret == MP_OBJ_STOP_ITERATION) {
        mp_raise_StopIteration(MP_STATE_THREAD(stop_iteration_arg));
    }
    return ret;
}

static mp_obj_t wrapper_run(mp_obj_t self_in, mp_obj_t send, mp_obj_t throw) {
    wrapper_t *self = MP_OBJ_TO_PTR(self_in);
    mp_vm_return_kind_t kind;
    mp_obj_t ret;
    nlr_buf_t nlr;
    if (nlr_push(&nlr) == 0) {
        kind = mp_resume(self->inner, send, throw, &ret);
        nlr_pop();
    } else {
        kind = MP_VM_RETURN_EXCEPTION;
        ret = MP_OBJ_FROM_PTR(nlr.ret_val);
    }
    if (kind == MP_VM_RETURN_YIELD) {
        return ret;
    } else if (kind == MP_VM_RETURN_NORMAL) {
        return mp_make_stop_iteration(ret);
    } else if (mp_obj_exception_match(ret, MP_OBJ_FROM_PTR(&mp_type_StopIteration))) {
        return mp_make_stop_iteration(mp_obj_exception_get_value(ret));
    } else if (self->otherwise != MP_OBJ_NULL && mp_obj_exception_match(ret, MP_OBJ_FROM_PTR(&mp_type_StopAsyncIteration))) {
        return mp_make_stop_iteration(self->otherwise);
    }
    nlr_raise(ret);
}

static mp_obj_t wrapper_next(mp_obj_t self_in) {
    return wrapper_run(self_in, mp_const_none, MP_OBJ_NULL);
}

static mp_obj_t wrapper_send(mp_obj_t self_in, mp_obj_t value) {
    return or_raise(wrapper_run(self_in, value, MP_OBJ_NULL));
}
static MP_DEFINE_CONST_FUN_OBJ_2(wrapper_send_obj, wrapper_send);

static mp_obj_t wrapper_throw(mp_obj_t self_in, mp_obj_t exc) {
    return or_raise(wrapper_run(self_in, MP_OBJ_NULL, exc));
}
static MP_DEFINE_CONST_FUN_OBJ_2(wrapper_throw_obj, wrapper_throw);

static mp_obj_t wrapper_close(mp_obj_t self_in) {
    mp_obj_t dest[2];
    mp_load_method(((wrapper_t *)MP_OBJ_TO_PTR(self_in))->inner, MP_QSTR_close, dest);
    return mp_call_method_n_kw(0, 0, dest);
}
static MP_DEFINE_CONST_FUN_OBJ_1(wrapper_close_obj, wrapper_close);

static const mp_rom_map_elem_t wrapper_locals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___await__), MP_ROM_PTR(&mp_identity_obj) },
    { MP_ROM_QSTR(MP_QSTR_close), MP_ROM_PTR(&wrapper_close_obj) },
    { MP_ROM_QSTR(MP_QSTR_send), MP_ROM_PTR(&wrapper_send_obj) },
    { MP_ROM_QSTR(MP_QSTR_throw), MP_ROM_PTR(&wrapper_throw_obj) },
};
static MP_DEFINE_CONST_DICT(wrapper_locals, wrapper_locals_table);

static MP_DEFINE_CONST_OBJ_TYPE(
    type_wrapper,
    MP_QSTR_coroutine_wrapper,
    MP_TYPE_FLAG_ITER_IS_ITERNEXT,
    iter, wrapper_next,
    locals_dict, &wrapper_locals
    );

static mp_obj_t new_wrapper(mp_obj_t inner, mp_obj_t otherwise) {
    wrapper_t *self = mp_obj_malloc(wrapper_t, &type_wrapper);
    self->inner = inner;
    self->otherwise = otherwise;
    return MP_OBJ_FROM_PTR(self);
}

// ---- coroutines -------------------------------------------------------------------------------

static mp_obj_t coroutine_await(mp_obj_t self_in) {
    return new_wrapper(self_in, MP_OBJ_NULL);
}
static MP_DEFINE_CONST_FUN_OBJ_1(coroutine_await_obj, coroutine_await);

static const mp_rom_map_elem_t coroutine_locals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___await__), MP_ROM_PTR(&coroutine_await_obj) },
    { MP_ROM_QSTR(MP_QSTR_close), MP_ROM_PTR(&mp_obj_gen_close_obj) },
    { MP_ROM_QSTR(MP_QSTR_send), MP_ROM_PTR(&mp_obj_gen_send_obj) },
    { MP_ROM_QSTR(MP_QSTR_throw), MP_ROM_PTR(&mp_obj_gen_throw_obj) },
};
static MP_DEFINE_CONST_DICT(coroutine_locals, coroutine_locals_table);

MP_DEFINE_CONST_OBJ_TYPE(
    hognose_type_coroutine,
    MP_QSTR_coroutine,
    MP_TYPE_FLAG_NONE,
    print, mp_obj_gen_print,
    attr, mp_obj_gen_attr,
    locals_dict, &coroutine_locals
    );

mp_obj_t hognose_get_awaitable(mp_obj_t o_in) {
    const mp_obj_type_t *type = mp_obj_get_type(o_in);
    if (type == &hognose_type_coroutine || type == &mp_type_gen_instance) { // the latter from types.coroutine
        return o_in;
    }
    mp_obj_t dest[2];
    mp_load_method_maybe(o_in, MP_QSTR___await__, dest);
    if (dest[0] == MP_OBJ_NULL) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("object %q can't be used in 'await' expression"), type->name);
    }
    return mp_getiter(mp_call_method_n_kw(0, 0, dest), NULL);
}

// ---- the steps of an asynchronous generator -----------------------------------------------------

typedef struct {
    mp_obj_base_t base;
    enum { NEW, RUNNING, DONE } state;
    qstr method;
    mp_obj_gen_instance_t *generator;
    mp_obj_t arg; // what is sent or thrown
} step_t;

// Generators in the middle of a try or with, which the event loop closes when it ends.
MP_REGISTER_ROOT_POINTER(mp_obj_t hognose_async_generators);

static mp_obj_t open_generators(void) {
    if (MP_STATE_VM(hognose_async_generators) == MP_OBJ_NULL) {
        MP_STATE_VM(hognose_async_generators) = mp_obj_new_dict(0);
    }
    return MP_STATE_VM(hognose_async_generators);
}
MP_DEFINE_CONST_FUN_OBJ_0(hognose_builtin___asyncgens___obj, open_generators);

static void note_open(mp_obj_gen_instance_t *self) {
    if (self->code_state.ip != NULL && self->code_state.exc_sp_idx != 0) {
        mp_obj_dict_store(open_generators(), MP_OBJ_FROM_PTR(self), mp_const_none);
    } else if (MP_STATE_VM(hognose_async_generators) != MP_OBJ_NULL) {
        mp_map_lookup(mp_obj_dict_get_map(open_generators()), MP_OBJ_FROM_PTR(self), MP_MAP_LOOKUP_REMOVE_IF_FOUND);
    }
}

static NORETURN void step_refuse(step_t *self, const char *what) {
    self->state = DONE;
    mp_raise_msg_varg(&mp_type_RuntimeError, MP_ERROR_TEXT("%s"), what);
}

static bool ends_quietly(mp_obj_t exc) {
    return mp_obj_exception_match(exc, MP_OBJ_FROM_PTR(&mp_type_StopAsyncIteration)) || mp_obj_exception_match(exc, MP_OBJ_FROM_PTR(&mp_type_GeneratorExit));
}

// Gives MP_VM_RETURN_NORMAL with what awaiting it gives, or as mp_obj_gen_resume.
static mp_vm_return_kind_t step_resume(step_t *self, mp_obj_t send, mp_obj_t throw, mp_obj_t *ret) {
    mp_obj_gen_instance_t *generator = self->generator;
    bool closes = self->method == MP_QSTR_aclose, sends = !closes && self->method != MP_QSTR_athrow;
    if (self->state == DONE) {
        mp_raise_msg_varg(&mp_type_RuntimeError, MP_ERROR_TEXT("cannot reuse already awaited %s"), sends ? "__anext__()/asend()" : "aclose()/athrow()");
    }
    if (self->state == NEW) {
        if (generator->pend_exc != mp_const_none && !hognose_was_interrupted(generator->pend_exc)) {
            self->state = DONE;
            mp_raise_msg_varg(&mp_type_RuntimeError, MP_ERROR_TEXT("%q(): asynchronous generator is already running"), sends ? MP_QSTR_anext : self->method);
        }
        self->state = RUNNING;
        if (throw == MP_OBJ_NULL) {
            if (sends) {
                send = send == mp_const_none ? self->arg : send;
            } else if (generator->code_state.ip == NULL) {
                self->state = DONE;
                *ret = mp_const_none;
                return MP_VM_RETURN_NORMAL;
            } else {
                throw = self->arg;
            }
        }
    }
    mp_vm_return_kind_t kind = mp_obj_gen_resume(MP_OBJ_FROM_PTR(generator), throw == MP_OBJ_NULL ? send : mp_const_none, throw, ret);
    if (kind == MP_VM_RETURN_YIELD && *generator->code_state.ip == MP_BC_YIELD_FROM) { // it awaits
        generator->pend_exc = MP_OBJ_FROM_PTR(self);
        return kind;
    }
    self->state = DONE;
    note_open(generator);
    if (kind == MP_VM_RETURN_YIELD) {
        if (closes) {
            step_refuse(self, "async generator ignored GeneratorExit");
        }
        return MP_VM_RETURN_NORMAL;
    }
    if (kind == MP_VM_RETURN_NORMAL) {
        *ret = mp_obj_new_exception(&mp_type_StopAsyncIteration);
    }
    if (closes && ends_quietly(*ret)) {
        *ret = mp_const_none;
        return MP_VM_RETURN_NORMAL;
    }
    return MP_VM_RETURN_EXCEPTION;
}

static mp_obj_t step_run(mp_obj_t self_in, mp_obj_t send, mp_obj_t throw) {
    mp_obj_t ret;
    switch (step_resume(MP_OBJ_TO_PTR(self_in), send, throw, &ret)) {
        case MP_VM_RETURN_YIELD:
            return ret;
        case MP_VM_RETURN_NORMAL:
            return mp_make_stop_iteration(ret);
        default:
            nlr_raise(ret);
    }
}

static mp_obj_t step_next(mp_obj_t self_in) {
    return step_run(self_in, mp_const_none, MP_OBJ_NULL);
}

static mp_obj_t step_send(mp_obj_t self_in, mp_obj_t value) {
    return or_raise(step_run(self_in, value, MP_OBJ_NULL));
}
static MP_DEFINE_CONST_FUN_OBJ_2(step_send_obj, step_send);

static mp_obj_t step_throw(size_t n_args, const mp_obj_t *args) {
    return or_raise(step_run(args[0], MP_OBJ_NULL, n_args > 2 && args[2] != mp_const_none ? args[2] : args[1]));
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(step_throw_obj, 2, 4, step_throw);

static mp_obj_t step_close(mp_obj_t self_in) {
    step_t *self = MP_OBJ_TO_PTR(self_in);
    if (self->state == RUNNING) {
        mp_obj_t ret;
        mp_vm_return_kind_t kind = step_resume(self, MP_OBJ_NULL, MP_OBJ_FROM_PTR(&mp_const_GeneratorExit_obj), &ret);
        if (kind == MP_VM_RETURN_YIELD) {
            mp_raise_msg(&mp_type_RuntimeError, MP_ERROR_TEXT("coroutine ignored GeneratorExit"));
        } else if (kind == MP_VM_RETURN_EXCEPTION && !ends_quietly(ret)) {
            nlr_raise(ret);
        }
    }
    self->state = DONE;
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_1(step_close_obj, step_close);

static const mp_rom_map_elem_t step_locals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___await__), MP_ROM_PTR(&mp_identity_obj) },
    { MP_ROM_QSTR(MP_QSTR_close), MP_ROM_PTR(&step_close_obj) },
    { MP_ROM_QSTR(MP_QSTR_send), MP_ROM_PTR(&step_send_obj) },
    { MP_ROM_QSTR(MP_QSTR_throw), MP_ROM_PTR(&step_throw_obj) },
};
static MP_DEFINE_CONST_DICT(step_locals, step_locals_table);

static MP_DEFINE_CONST_OBJ_TYPE(
    type_step,
    MP_QSTR_async_generator_asend,
    MP_TYPE_FLAG_ITER_IS_ITERNEXT,
    iter, step_next,
    locals_dict, &step_locals
    );

// ---- asynchronous generators ------------------------------------------------------------------

static mp_obj_t new_step(mp_obj_t generator, qstr method, mp_obj_t arg) {
    step_t *self = mp_obj_malloc(step_t, &type_step);
    self->state = NEW;
    self->method = method;
    self->generator = MP_OBJ_TO_PTR(generator);
    self->arg = arg;
    return MP_OBJ_FROM_PTR(self);
}

static mp_obj_t async_anext(mp_obj_t self_in) {
    return new_step(self_in, MP_QSTR_asend, mp_const_none);
}
static MP_DEFINE_CONST_FUN_OBJ_1(async_anext_obj, async_anext);

static mp_obj_t async_asend(mp_obj_t self_in, mp_obj_t value) {
    return new_step(self_in, MP_QSTR_asend, value);
}
static MP_DEFINE_CONST_FUN_OBJ_2(async_asend_obj, async_asend);

static mp_obj_t async_athrow(size_t n_args, const mp_obj_t *args) {
    return new_step(args[0], MP_QSTR_athrow, n_args > 2 && args[2] != mp_const_none ? args[2] : args[1]);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(async_athrow_obj, 2, 4, async_athrow);

static mp_obj_t async_aclose(mp_obj_t self_in) {
    return new_step(self_in, MP_QSTR_aclose, MP_OBJ_FROM_PTR(&mp_const_GeneratorExit_obj));
}
static MP_DEFINE_CONST_FUN_OBJ_1(async_aclose_obj, async_aclose);

static const mp_rom_map_elem_t async_locals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___aiter__), MP_ROM_PTR(&mp_identity_obj) },
    { MP_ROM_QSTR(MP_QSTR___anext__), MP_ROM_PTR(&async_anext_obj) },
    { MP_ROM_QSTR(MP_QSTR_aclose), MP_ROM_PTR(&async_aclose_obj) },
    { MP_ROM_QSTR(MP_QSTR_asend), MP_ROM_PTR(&async_asend_obj) },
    { MP_ROM_QSTR(MP_QSTR_athrow), MP_ROM_PTR(&async_athrow_obj) },
};
static MP_DEFINE_CONST_DICT(async_locals, async_locals_table);

MP_DEFINE_CONST_OBJ_TYPE(
    hognose_type_async_generator,
    MP_QSTR_async_generator,
    MP_TYPE_FLAG_NONE,
    print, mp_obj_gen_print,
    attr, mp_obj_gen_attr,
    locals_dict, &async_locals
    );

// ---- aiter and anext --------------------------------------------------------------------------

static mp_obj_t call_method(mp_obj_t obj, qstr name, const char *what) {
    mp_obj_t dest[2];
    mp_load_method_maybe(obj, name, dest);
    if (dest[0] == MP_OBJ_NULL) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("'%s' object is not an async %s"), mp_obj_get_type_str(obj), what);
    }
    return mp_call_method_n_kw(0, 0, dest);
}

static mp_obj_t builtin_aiter(mp_obj_t obj) {
    return call_method(obj, MP_QSTR___aiter__, "iterable");
}
MP_DEFINE_CONST_FUN_OBJ_1(hognose_builtin_aiter_obj, builtin_aiter);

static mp_obj_t builtin_anext(size_t n_args, const mp_obj_t *args) {
    mp_obj_t step = call_method(args[0], MP_QSTR___anext__, "iterator");
    return n_args == 1 ? step : new_wrapper(hognose_get_awaitable(step), args[1]);
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(hognose_builtin_anext_obj, 1, 2, builtin_anext);
