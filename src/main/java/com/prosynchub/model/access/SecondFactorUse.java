package com.prosynchub.model.access;

/**
 * Whom the demand of a second factor meets in one role.
 *
 * @param people who may sign in
 * @param withoutIt those of them who have no second factor yet
 */
public record SecondFactorUse(int roleId, String roleName, int people, int withoutIt) {}
