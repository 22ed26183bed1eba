package com.prosynchub.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.concurrent.Executor;

/** Conditions and predicates that the house rules are made of. */
final class HouseConditions {
    private static final Set<String> FACTORIES = Set.of(
            "java.util.concurrent.Executors",
            "java.util.concurrent.ForkJoinPool",
            "java.util.concurrent.ThreadPoolExecutor",
            "java.util.concurrent.ScheduledThreadPoolExecutor",
            "java.util.Timer");

    private HouseConditions() {}

    static ArchCondition<JavaMethod> askTheGateThemselves() {
        return new ArchCondition<>("call AccessGate.require(…) or carry @Unrestricted") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean asks = method.getMethodCallsFromSelf().stream()
                        .map(JavaCall::getTarget)
                        .anyMatch(t -> t.getName().equals("require")
                                && t.getOwner().getSimpleName().equals("AccessGate"));
                boolean open = method.getAnnotations().stream()
                        .anyMatch(a -> a.getRawType().getSimpleName().equals("Unrestricted"));
                if (!asks && !open) {
                    events.add(SimpleConditionEvent.violated(
                            method, method.getFullName() + " neither asks the gate nor says why it need not"));
                }
            }
        };
    }

    static DescribedPredicate<JavaCall<?>> named(String method) {
        return new DescribedPredicate<>("calls " + method) {
            @Override
            public boolean test(JavaCall<?> call) {
                return call.getTarget().getName().equals(method)
                        && call.getTargetOwner().getPackageName().startsWith("javafx");
            }
        };
    }

    static DescribedPredicate<JavaCall<?>> makesAThread() {
        return new DescribedPredicate<>("makes a thread or an executor") {
            @Override
            public boolean test(JavaCall<?> call) {
                String owner = call.getTargetOwner().getName();
                String name = call.getTarget().getName();
                boolean constructor = name.equals("<init>");
                if (owner.equals("java.lang.Thread")) {
                    return constructor || name.startsWith("of") || name.equals("startVirtualThread");
                }
                if (owner.equals("java.util.concurrent.CompletableFuture")) {
                    return name.endsWith("Async") && takesNoExecutor(call.getTarget());
                }
                return FACTORIES.contains(owner) && (constructor || owner.endsWith("Executors"));
            }
        };
    }

    private static boolean takesNoExecutor(AccessTarget.CodeUnitCallTarget target) {
        return target.getRawParameterTypes().stream().noneMatch(t -> t.isAssignableTo(Executor.class));
    }

    /** Adapters show one factory, named {@code …Store} or {@code …Setup}, and records that configure it. */
    static DescribedPredicate<JavaClass> areNotTheFactoryNorItsConfiguration() {
        return new DescribedPredicate<>("are not the adapter's factory nor its configuration") {
            @Override
            public boolean test(JavaClass c) {
                JavaClass outer = c;
                while (outer.getEnclosingClass().isPresent()) {
                    outer = outer.getEnclosingClass().get();
                }
                String name = outer.getSimpleName();
                // The metamodel and repositories that the Hibernate processor writes are public by its own decision.
                boolean generated = name.endsWith("_")
                        || name.startsWith("_")
                        || outer.isAnnotatedWith("jakarta.annotation.Generated");
                // A nested record is public by the language's rules; what hides it is the type around it.
                return !generated
                        && outer.getModifiers().contains(JavaModifier.PUBLIC)
                        && !name.endsWith("Store")
                        && !name.endsWith("Config")
                        && !name.equals("package-info");
            }
        };
    }

    static DescribedPredicate<JavaClass> publicClass() {
        return new DescribedPredicate<>("public class") {
            @Override
            public boolean test(JavaClass c) {
                return c.getModifiers().contains(JavaModifier.PUBLIC)
                        && !c.getSimpleName().endsWith("_")
                        && !c.isAnnotatedWith("jakarta.persistence.Entity");
            }
        };
    }

    static ArchCondition<JavaMethod> notReturnAnEntity() {
        return new ArchCondition<>("not return an entity") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean entity = method.getReturnType().getAllInvolvedRawTypes().stream()
                        .anyMatch(t -> t.isAnnotatedWith("jakarta.persistence.Entity"));
                if (entity) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " lets an entity out"));
                }
            }
        };
    }

    static DescribedPredicate<JavaClass> primitives() {
        return new DescribedPredicate<>("primitives and arrays of them") {
            @Override
            public boolean test(JavaClass c) {
                JavaClass base = c.getBaseComponentType();
                return base.isPrimitive() || base.getPackageName().startsWith("java");
            }
        };
    }
}
