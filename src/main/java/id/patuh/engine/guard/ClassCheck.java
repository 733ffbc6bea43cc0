package id.patuh.engine.guard;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.ModuleVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.Type;

/**
 * The second gate: reads the byte code of the classes that rules were compiled to, before any of them is loaded. Whatever is
 * not known to be harmless is refused: types, methods and fields that are not listed, jumps backward (loops), code bound at
 * run time, handlers of exceptions, locks, arrays whose size is no small constant.
 */
final class ClassCheck {

    private static final int API = Opcodes.ASM9;
    private static final String METADATA = "DomainClassesMetadata";
    private static final String RULE = "org/drools/modelcompiler/dsl/pattern/D";

    /** What stands for texts that are put together. */
    static final String JOINED_TEXTS = "\"\" + \"\"";

    private final Map<String, byte[]> classes;
    private final Set<String> calls;
    private final Set<String> fields;
    private final Set<String> types;
    private final Map<String, String> found = new TreeMap<>();
    private final Map<String, RuleName> ruleOf = new HashMap<>();

    /** The rule that a class was made for. */
    record RuleName(String pack, String name) {}

    /** @param classes byte code by binary name */
    ClassCheck(Map<String, byte[]> classes, Vocabulary vocabulary) {
        this.classes = classes;
        this.calls = new HashSet<>(Scaffolding.calls());
        calls.addAll(vocabulary.calls());
        this.fields = new HashSet<>(Scaffolding.fields());
        fields.addAll(vocabulary.constants());
        this.types = new HashSet<>();
        Scaffolding.visible().forEach(name -> types.add(name.replace('.', '/')));
        vocabulary.visible().forEach(name -> types.add(name.replace('.', '/')));
    }

    /** What is refused, by the binary name of its class; the first thing of each. */
    Map<String, String> found() {
        classes.forEach((name, code) -> {
            try {
                new ClassReader(code).accept(new Shape(name.replace('.', '/')), 0);
            } catch (RuntimeException e) {
                refuse(name.replace('.', '/'), "unreadable");
            }
        });
        return found;
    }

    /** The rule that a class was made for; null where it is of all rules of a package. */
    RuleName ruleOf(String className) {
        return ruleOf.get(className.replace('.', '/'));
    }

    private void refuse(String owner, String what) {
        found.putIfAbsent(owner.replace('/', '.'), what);
    }

    private boolean isOwn(String type) {
        return classes.containsKey(type.replace('/', '.'));
    }

    private boolean isKnown(String type) {
        if (type.startsWith("[")) {
            Type element = Type.getType(type).getElementType();
            return element.getSort() == Type.OBJECT && isKnown(element.getInternalName());
        }
        return isOwn(type) || types.contains(type);
    }

    private static boolean isMetadata(String type) {
        return type.substring(type.lastIndexOf('/') + 1).startsWith(METADATA);
    }

    private final class Shape extends ClassVisitor {

        private final String name;

        Shape(String name) {
            super(API);
            this.name = name;
        }

        @Override
        public void visit(int version, int access, String own, String signature, String parent, String[] interfaces) {
            if (!own.equals(name) || !own.startsWith("rules/")) {
                refuse(name, own);
            }
            if (!parent.equals("java/lang/Object") && !parent.equals("java/lang/Enum")) {
                refuse(name, parent);
            }
            for (String type : interfaces) {
                if (!types.contains(type)) {
                    refuse(name, type);
                }
            }
        }

        @Override
        public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            known(Type.getType(descriptor).getInternalName());
            return null;
        }

        @Override
        public AnnotationVisitor visitTypeAnnotation(
                int ref, org.objectweb.asm.TypePath path, String descriptor, boolean visible) {
            refuse(name, descriptor);
            return null;
        }

        @Override
        public void visitAttribute(Attribute attribute) {
            refuse(name, attribute.type);
        }

        @Override
        public ModuleVisitor visitModule(String module, int access, String version) {
            refuse(name, "module");
            return null;
        }

        @Override
        public RecordComponentVisitor visitRecordComponent(String component, String descriptor, String signature) {
            refuse(name, "record");
            return null;
        }

        @Override
        public FieldVisitor visitField(int access, String field, String descriptor, String signature, Object value) {
            boolean constant = (access & Opcodes.ACC_STATIC) == 0 || (access & Opcodes.ACC_FINAL) != 0;
            if (!constant) {
                refuse(name, field);
            }
            return null;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String method, String descriptor, String signature, String[] exceptions) {
            if ((access & (Opcodes.ACC_NATIVE | Opcodes.ACC_SYNCHRONIZED)) != 0 || method.equals("finalize")) {
                refuse(name, method);
            }
            return new Code(name, method, (access & Opcodes.ACC_BRIDGE) != 0);
        }

        private void known(String type) {
            if (!isKnown(type)) {
                refuse(name, type);
            }
        }
    }

    private final class Code extends MethodVisitor {

        private static final int NO_CONSTANT = -1;

        private final String owner;
        private final String method;
        private final boolean isBridge;
        private final Set<Label> passed = new HashSet<>();
        private final Set<String> lambdas = new HashSet<>();
        private String text;
        private String textBefore;
        private RuleName ruleName;
        private int constant = NO_CONSTANT;

        Code(String owner, String method, boolean isBridge) {
            super(API);
            this.owner = owner;
            this.method = method;
            this.isBridge = isBridge;
        }

        private void refuse(String what) {
            ClassCheck.this.refuse(owner, what);
        }

        @Override
        public void visitInsn(int opcode) {
            boolean small = opcode >= Opcodes.ICONST_0 && opcode <= Opcodes.ICONST_5;
            constant = small ? opcode - Opcodes.ICONST_0 : NO_CONSTANT;
            if (opcode == Opcodes.MONITORENTER || opcode == Opcodes.MONITOREXIT) {
                refuse("synchronized");
            } else if (opcode == Opcodes.ATHROW && !isMetadata(owner)) {
                refuse("throw");
            }
        }

        @Override
        public void visitIntInsn(int opcode, int operand) {
            constant = opcode == Opcodes.BIPUSH ? operand : NO_CONSTANT;
            if (opcode == Opcodes.NEWARRAY) {
                refuse("new[]");
            }
        }

        @Override
        public void visitVarInsn(int opcode, int index) {
            constant = NO_CONSTANT;
            if (opcode == Opcodes.RET) {
                refuse("ret");
            }
        }

        @Override
        public void visitIincInsn(int index, int increment) {
            constant = NO_CONSTANT;
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            boolean array = opcode == Opcodes.ANEWARRAY;
            // The compiler's own method copies the one constant of its enum.
            if (array && constant < 0 && !(method.equals("values") && type.equals(owner)) || !isKnown(type)) {
                refuse(array ? "new " + type + "[]" : type);
            }
            constant = NO_CONSTANT;
        }

        @Override
        public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
            refuse(descriptor);
        }

        @Override
        public void visitFieldInsn(int opcode, String type, String field, String descriptor) {
            constant = NO_CONSTANT;
            boolean write = opcode == Opcodes.PUTSTATIC || opcode == Opcodes.PUTFIELD;
            if (write) {
                boolean initial =
                        type.equals(owner) && method.equals(opcode == Opcodes.PUTSTATIC ? "<clinit>" : "<init>");
                if (!initial) {
                    refuse(type + "." + field);
                }
            } else if (!isOwn(type) && !fields.contains(type + "." + field)) {
                refuse(type + "." + field);
            }
            if (isOwn(type) && field.equals("INSTANCE")) {
                lambdas.add(type);
            }
        }

        @Override
        public void visitMethodInsn(int opcode, String type, String called, String descriptor, boolean isInterface) {
            constant = NO_CONSTANT;
            boolean allowed = calls.contains(type + "." + called + descriptor)
                    || isOwn(type) && isScaffold(type, called)
                    || ofEveryEnum(type, called);
            if (!allowed) {
                refuse(type + "." + called);
            }
            if (type.equals(RULE) && called.equals("rule")) {
                ruleName = new RuleName(textBefore, text);
            }
        }

        /** Methods of rules' own classes call each other in no circle. */
        private boolean isScaffold(String type, String called) {
            return called.equals("<init>")
                    || isBridge && type.equals(owner) && called.equals(method)
                    || called.equals("getRulesList") && method.equals("<init>") | method.equals("getRules")
                    || called.startsWith("rule_") && method.equals("getRulesList");
        }

        private boolean ofEveryEnum(String type, String called) {
            return type.equals("java/lang/Enum")
                            && (called.equals("<init>") && method.equals("<init>")
                                    || called.equals("valueOf") && method.equals("valueOf"))
                    || type.equals("java/lang/System") && called.equals("arraycopy") && method.equals("values");
        }

        @Override
        public void visitInvokeDynamicInsn(String called, String descriptor, Handle bootstrap, Object... arguments) {
            constant = NO_CONSTANT;
            boolean joinsTexts = bootstrap.getOwner().equals("java/lang/invoke/StringConcatFactory");
            if (!joinsTexts || !isMetadata(owner)) {
                refuse(joinsTexts ? JOINED_TEXTS : "invokedynamic");
            }
        }

        @Override
        public void visitLdcInsn(Object value) {
            constant = NO_CONSTANT;
            if (value instanceof String string) {
                textBefore = text;
                text = string;
            } else if (value instanceof Type type) {
                if (type.getSort() != Type.OBJECT || !isKnown(type.getInternalName())) {
                    refuse(type.toString());
                }
            } else if (!(value instanceof Number)) {
                refuse(value.getClass().getSimpleName());
            }
        }

        @Override
        public void visitLabel(Label label) {
            passed.add(label);
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
            constant = NO_CONSTANT;
            if (passed.contains(label) || opcode == Opcodes.JSR) {
                refuse("loop");
            }
        }

        @Override
        public void visitTableSwitchInsn(int min, int max, Label other, Label... labels) {
            checkSwitch(other, labels);
        }

        @Override
        public void visitLookupSwitchInsn(Label other, int[] keys, Label[] labels) {
            checkSwitch(other, labels);
        }

        private void checkSwitch(Label other, Label... labels) {
            constant = NO_CONSTANT;
            if (passed.contains(other) || Set.of(labels).stream().anyMatch(passed::contains)) {
                refuse("loop");
            }
        }

        @Override
        public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
            refuse("catch");
        }

        @Override
        public void visitAttribute(Attribute attribute) {
            refuse(attribute.type);
        }

        @Override
        public void visitEnd() {
            if (ruleName != null) {
                lambdas.forEach(lambda -> ruleOf.putIfAbsent(lambda, ruleName));
            }
        }
    }
}
