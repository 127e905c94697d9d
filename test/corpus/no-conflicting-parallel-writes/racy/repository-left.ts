import type { Repository } from 'typeorm';
import type { Permission } from './permission.js';

export class RoleService {
  constructor(private readonly permissionRepository: Repository<Permission>) {}

  async replace(roleId: number, names: string[]): Promise<void> {
    this.permissionRepository.delete({ roleId }); // RACE
    await this.permissionRepository.insert(names.map((name) => ({ roleId, name })));
  }
}
