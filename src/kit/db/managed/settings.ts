// How the managed PostgreSQL is set. Given on the command line at every start, so that the code, not a file that somebody
// edited once, says how it runs. Modest memory: Nahtstelle and its database together stay below 300 MB when idle.
import type { Engine } from './engine.ts'

/** `durable` for everything real; `disposable` only for test databases that may lose everything. */
export type Endurance = 'durable' | 'disposable'

export function serverSettings(engine: Engine, socketDir: string, mark: string, endurance: Endurance): string[] {
  const settings: Record<string, string> = {
    // No TCP port: the folder of the socket is the first lock, the password the second.
    listen_addresses: '',
    unix_socket_directories: socketDir,
    unix_socket_permissions: '0700',
    cluster_name: mark,
    update_process_title: 'on',
    password_encryption: 'scram-sha-256',
    max_connections: '60',
    shared_buffers: '48MB',
    work_mem: '8MB',
    maintenance_work_mem: '48MB',
    max_worker_processes: '4',
    // Nobody replicates a managed database; the backup reads tables.
    wal_level: 'minimal',
    max_wal_senders: '0',
    max_wal_size: '256MB',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    log_checkpoints: 'off',
    // Statements and row values may be personal data: the log gets neither.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_statement: 'none',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
  }
  // A killed application must not leave its statement running on.
  if (process.platform === 'linux') settings.client_connection_check_interval = '2s'
  if (engine.major >= 18) settings.io_workers = '1'
  if (endurance === 'disposable') Object.assign(settings, disposable)
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

const disposable = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  // A test reads what was written to the log, whatever other tests wrote meanwhile.
  wal_keep_size: '1GB',
  max_connections: '200',
  shared_buffers: '96MB',
}
